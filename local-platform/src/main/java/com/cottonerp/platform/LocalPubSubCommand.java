package com.cottonerp.platform;

import com.cottonerp.pubsub.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts the server of {@code local-pubsub} in its own process. */
final class LocalPubSubCommand {
  private LocalPubSubCommand() {}

  /**
   * WHY with the class path of this program: every program that uses this class has the server on
   * its class path. A test's class path may be one jar that refers to all other jars.
   *
   * @param data the folder of the messages
   */
  static List<String> of(int port, Path data, boolean faults) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--data=" + data));
    if (faults) {
      command.add("--faults");
    }
    return EmulatorCommand.inItsOwnSession(command);
  }
}
