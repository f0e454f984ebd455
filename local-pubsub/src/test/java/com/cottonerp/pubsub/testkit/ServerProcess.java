package com.cottonerp.pubsub.testkit;

import static org.awaitility.Awaitility.await;

import com.cottonerp.pubsub.Main;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** The server in a process of its own, which a test can kill. */
public final class ServerProcess implements AutoCloseable {
  private final Path data;
  private final int port;
  private final String heap;
  private Process process;
  private ManagedChannel channel;

  public ServerProcess(Path data) {
    this(data, "-Xmx1g");
  }

  /**
   * @param heap an option of Java, such as {@code -Xmx64m}
   */
  public ServerProcess(Path data, String heap) {
    this.heap = heap;
    this.data = data;
    this.port = InstalledEmulator.freePort();
    start();
  }

  /** Starts the server at the same address. */
  public void start() {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  heap,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "--port=" + port,
                  "--data=" + data,
                  "--faults")
              .inheritIO()
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(this::listens);
    channel = ManagedChannelBuilder.forTarget(host()).usePlaintext().build();
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  public String host() {
    return "127.0.0.1:" + port;
  }

  /** Returns a client of the running process. */
  public Client client() {
    return new Client(channel, "life");
  }

  /** Sends SIGKILL: the server cannot shut down cleanly. */
  public void kill() {
    channel.shutdownNow();
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
