package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commands that talk to a running system ({@code demo} also starts the system when needed). */
final class RunCommands {
  private final Path root;
  private final RunningSystem running;

  RunCommands(Path root, RunningSystem running) {
    this.root = root;
    this.running = running;
  }

  void status() {
    SystemFile system =
        running
            .find()
            .orElseThrow(
                () ->
                    new UsageException(
                        running.isBeingRun()
                            ? "The system is being started, or stopped"
                            : "Nothing runs: ./run"));
    boolean allReady = true;
    for (var service : system.services().entrySet()) {
      boolean ready = ProgramProcess.answersReady(service.getValue().management());
      allReady &= ready;
      System.out.printf(
          "%-20s %-28s %-12s %s%n",
          service.getKey(),
          service.getValue().url(),
          service.getValue().pid() == 0 ? "a container" : "pid " + service.getValue().pid(),
          ready ? "ready" : "NOT READY: ./run logs " + service.getKey());
    }
    System.out.printf("%-20s %s%n", "PostgreSQL", system.database().url());
    System.out.printf("%-20s %s%n", "Pub/Sub", system.pubsub().host());
    if (!allReady) {
      System.exit(1);
    }
  }

  void stop() {
    Optional<SystemFile> system = SystemFile.read(running.file());
    Optional<Long> runner = running.runner().or(() -> system.map(SystemFile::pid));
    if (runner.isEmpty()) {
      System.out.println(
          ContainerSystem.find().isPresent()
              ? "It runs in containers: docker compose down"
              : "Nothing runs");
      return;
    }
    ProcessHandle.of(runner.get())
        .ifPresent(
            process -> {
              process.destroy();
              process.onExit().join();
            });
    system.ifPresent(LeftoverProcesses::stopAll);
    LeftoverProcesses.stopPostgres(running.state().resolve("postgres"));
    deleteQuietly(running.file());
    System.out.println("Stopped; the data is kept in " + root.relativize(running.state()));
  }

  void restart(String name) {
    running.awaitReady();
    SystemFile system =
        running
            .startedHere()
            .orElseThrow(() -> new UsageException("Nothing runs that ./run has started: ./run"));
    String known = system.services().containsKey(name) ? name : Program.named(name).name();
    new Orders(running.state()).carryOut(new Orders.Order(known, Orders.What.RESTART));
    System.out.println(known + " is ready again");
  }

  /**
   * @param traced true to keep a trace of every request, for {@code ./run traces}
   */
  void demo(boolean traced) {
    boolean startedHere =
        !running.isBeingRun() && running.find().isEmpty() && !running.isContainersOnly();
    if (startedHere) {
      startInBackground();
    }
    SystemFile system = running.awaitReady();
    boolean wentWell = new Demo(system, running.tokens(), traced).play();
    if (startedHere) {
      System.out.println("\nThe system keeps running: ./run status, ./run stop");
    }
    System.exit(wentWell ? 0 : 1);
  }

  private void startInBackground() {
    Path output = running.state().resolve("run.log");
    System.out.println(
        "Nothing runs yet: starting the system (its output is in " + output + ") ...");
    try {
      Files.createDirectories(running.state());
      ProcessBuilder script =
          new ProcessBuilder(root.resolve("run").toString(), "--state", running.state().toString())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile());
      // Detached: a Ctrl-C that ends the journey must not end the system.
      script.environment().put("RUN_DETACHED", "yes");
      Process runner = script.start();
      RunningSystem.await(
          "The system did not start; see " + output, () -> !runner.isAlive() || running.isReady());
      // Another ./run that began in the same moment starts the system: that one is waited for.
      if (!runner.isAlive() && !running.isBeingRun()) {
        throw new UsageException("The system did not start; see " + output);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
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
