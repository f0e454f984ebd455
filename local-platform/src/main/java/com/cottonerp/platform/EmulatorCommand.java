package com.cottonerp.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a way to run Google's Pub/Sub emulator on this machine. */
final class EmulatorCommand {
  static final String HOW_TO_GET_IT =
      """
      Google's Pub/Sub emulator was not found (-Dpubsub=google). There are three ways to have it:
        1. set PUBSUB_EMULATOR_HOST=host:port to one that runs already;
        2. install it with gcloud (gcloud components install pubsub-emulator, or your package
           manager's google-cloud-cli-pubsub-emulator);
        3. run a container engine: the image gcr.io/google.com/cloudsdktool/google-cloud-cli:emulators is used.
      """;

  private EmulatorCommand() {}

  static List<String> find(int port) {
    return installed()
        .map(jar -> java(jar, port))
        .or(() -> onPath("docker").map(docker -> container(docker, port)))
        .map(EmulatorCommand::inItsOwnSession)
        .orElseThrow(() -> new IllegalStateException(HOW_TO_GET_IT));
  }

  /** A Ctrl-C in the terminal must not reach Pub/Sub before the programs that use it. */
  static List<String> inItsOwnSession(List<String> command) {
    return onPath("setsid")
        .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream()).toList())
        .orElse(command);
  }

  // WHY the jar and not the gcloud wrapper: the wrapper's child survives a kill of the wrapper.
  private static List<String> java(Path jar, int port) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx512m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-jar",
        jar.toString(),
        "--host=127.0.0.1",
        "--port=" + port);
  }

  private static List<String> container(Path docker, int port) {
    return List.of(
        docker.toString(),
        "run",
        "--rm",
        "-p",
        "127.0.0.1:" + port + ":8085",
        "gcr.io/google.com/cloudsdktool/google-cloud-cli:emulators",
        "gcloud",
        "beta",
        "emulators",
        "pubsub",
        "start",
        "--host-port=0.0.0.0:8085");
  }

  private static Optional<Path> installed() {
    return onPath("gcloud").flatMap(EmulatorCommand::sdkRoot).flatMap(EmulatorCommand::jar);
  }

  private static Optional<Path> sdkRoot(Path gcloud) {
    try {
      return Optional.of(gcloud.toRealPath().getParent().getParent());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<Path> jar(Path sdkRoot) {
    Path folder = sdkRoot.resolve("platform/pubsub-emulator/lib");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("cloud-pubsub-emulator"))
          .findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
