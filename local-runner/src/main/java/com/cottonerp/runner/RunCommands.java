package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The commands that talk to a system which runs already (and {@code demo}, which may start it). */
final class RunCommands {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path root;
  private final Path state;
  private final boolean containersOnly;

  /**
   * @param containersOnly true for the system in containers, although another one may run beside it
   */
  RunCommands(Path root, Path state, boolean containersOnly) {
    this.root = root;
    this.state = state;
    this.containersOnly = containersOnly;
  }

  void status() {
    SystemFile system = running().orElseThrow(() -> new UsageException("Nothing runs: ./run"));
    boolean allReady = true;
    for (var service : system.services().entrySet()) {
      boolean ready = ProgramProcess.answersReady(service.getValue().url());
      allReady &= ready;
      System.out.printf(
          "%-20s %-28s %-12s %s%n",
          service.getKey(),
          service.getValue().url(),
          service.getValue().pid() == 0 ? "a container" : "pid " + service.getValue().pid(),
          ready ? "ready" : "NOT READY: ./run logs " + service.getKey());
    }
    System.out.printf("%-20s %s%n", "PostgreSQL", system.database().url());
    System.out.printf("%-20s %s%n", "Pub/Sub emulator", system.pubsub().host());
    if (!allReady) {
      System.exit(1);
    }
  }

  void stop() {
    Optional<SystemFile> system = SystemFile.read(file());
    if (system.isEmpty()) {
      System.out.println(
          ContainerSystem.find().isPresent()
              ? "It runs in containers: docker compose down"
              : "Nothing runs");
      return;
    }
    ProcessHandle.of(system.get().pid())
        .ifPresent(
            runner -> {
              runner.destroy();
              runner.onExit().join();
            });
    LeftoverProcesses.stopAll(system.get());
    LeftoverProcesses.stopPostgres(state.resolve("postgres"));
    deleteQuietly(file());
    System.out.println("Stopped; the data is kept in .local");
  }

  void restart(String name) {
    SystemFile system =
        startedHere()
            .orElseThrow(() -> new UsageException("Nothing runs that ./run has started: ./run"));
    String known = system.services().containsKey(name) ? name : Program.named(name).name();
    Path order = Runner.controlFolder(state).resolve(known);
    try {
      Files.createFile(order);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    await(
        "%s did not come back; see ./run logs %s".formatted(known, known),
        () -> !Files.exists(order));
    System.out.println(known + " is ready again");
  }

  void logs(String name, boolean follow) {
    Path log = state.resolve("logs/" + name + ".log");
    if (!Files.exists(log)) {
      log = state.resolve("logs/" + Program.named(name).name() + ".log");
    }
    if (!Files.exists(log)) {
      throw new UsageException("There is no log of " + name + " yet");
    }
    List<String> command =
        follow
            ? List.of("tail", "-n", "200", "-f", log.toString())
            : List.of("cat", log.toString());
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void token(List<String> arguments) {
    Set<String> permissions = new LinkedHashSet<>();
    Optional<UUID> partner = Optional.empty();
    String user = "developer";
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) {
        throw new UsageException(arguments.get(i) + " wants a value");
      }
      String value = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case "--permission" -> permissions.addAll(List.of(value.split(",")));
        case "--partner" -> partner = Optional.of(uuid(value));
        case "--user" -> user = value;
        default -> throw new UsageException("Unknown option " + arguments.get(i));
      }
    }
    Set<String> granted = permissions.isEmpty() ? DevelopmentIssuer.ALL_PERMISSIONS : permissions;
    System.out.println(tokens().token(user, granted, partner, Duration.ofHours(8)));
  }

  void demo() {
    boolean startedHere = running().isEmpty();
    if (startedHere && containersOnly) {
      throw new UsageException("Nothing runs in containers: docker compose up");
    }
    if (startedHere) {
      startInBackground();
    }
    SystemFile system = running().orElseThrow();
    boolean wentWell = new Demo(system, tokens()).play();
    if (startedHere) {
      System.out.println("\nThe system keeps running: ./run status, ./run stop");
    }
    System.exit(wentWell ? 0 : 1);
  }

  private void startInBackground() {
    System.out.println(
        "Nothing runs yet: starting the system (its output is in .local/run.log) ...");
    try {
      Files.createDirectories(state);
      Process runner =
          new ProcessBuilder("setsid", root.resolve("run").toString())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(state.resolve("run.log").toFile())
              .start();
      await(
          "The system did not start; see .local/run.log",
          () -> !runner.isAlive() || running().filter(RunCommands::allReady).isPresent());
      if (!runner.isAlive()) {
        throw new UsageException("The system did not start; see .local/run.log");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean allReady(SystemFile system) {
    return system.services().values().stream()
        .allMatch(service -> ProgramProcess.answersReady(service.url()));
  }

  /** What {@code ./run} has started, or else what runs in containers. */
  private Optional<SystemFile> running() {
    return startedHere().or(ContainerSystem::find);
  }

  private Optional<SystemFile> startedHere() {
    return containersOnly
        ? Optional.empty()
        : SystemFile.read(file()).filter(SystemFile::isRunning);
  }

  private Tokens tokens() {
    boolean inContainers = startedHere().isEmpty() && ContainerSystem.find().isPresent();
    return inContainers ? ContainerSystem.tokens() : DevelopmentIssuer.in(state.resolve("keys"));
  }

  private Path file() {
    return state.resolve("system.json");
  }

  private static UUID uuid(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("'" + value + "' is not a partner id (a UUID)");
    }
  }

  private static void await(String otherwise, java.util.function.BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new UsageException(otherwise);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
