package com.cottonerp.pubsub;

import com.cottonerp.pubsub.server.PubSubServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The command line: {@code --host=127.0.0.1 --port=8085 --data=FOLDER [--faults]}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      options.put(pair[0], pair.length == 1 ? "" : pair[1]);
    }
    String host = options.getOrDefault("--host", "127.0.0.1");
    int port = Integer.parseInt(options.getOrDefault("--port", "8085"));
    String data = options.get("--data");
    if (data == null) {
      System.err.println("Usage: --data=FOLDER [--host=127.0.0.1] [--port=8085] [--faults]");
      System.exit(2);
    }
    PubSubServer server =
        PubSubServer.start(host, port, Path.of(data), options.containsKey("--faults"));
    System.out.printf("The local Pub/Sub server listens on %s:%d%n", host, server.port());
    server.await();
  }
}
