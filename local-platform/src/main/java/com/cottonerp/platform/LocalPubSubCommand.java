package com.cottonerp.platform;

import com.cottonerp.pubsub.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server of {@code local-pubsub} is started as a process of its own. */
final class LocalPubSubCommand {
  private LocalPubSubCommand() {}

  /**
   * WHY with the class path of this program: the server is on it, from wherever this program was
   * started; tests give theirs as one jar that refers to all others.
   *
   * @param data where the messages are kept
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
