package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Keeps the local system up until it is told to stop, and carries out {@code ./run restart}. */
final class Runner {
  private final SystemOptions options;
  private final LocalSystem system;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Runner(SystemOptions options) {
    this.options = options;
    this.system = new LocalSystem(options);
  }

  void run() {
    long started = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown));
    System.out.println("Starting PostgreSQL, Pub/Sub and the programs ...");
    try {
      system.start();
    } catch (RuntimeException failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
    printAddresses(Duration.ofNanos(System.nanoTime() - started));
    superviseUntilStopped();
  }

  private void printAddresses(Duration took) {
    System.out.printf("%nEverything is ready after %.1f s.%n%n", took.toMillis() / 1000.0);
    system
        .programs()
        .forEach(
            program ->
                System.out.printf(
                    "  %-20s %s   API: %s/swagger-ui%n",
                    program.name(), program.url(), program.url()));
    System.out.printf("  %-20s %s%n", "PostgreSQL", system.database().url());
    System.out.printf("  %-20s %s%n", "Pub/Sub", system.pubsub().host());
    System.out.printf("%n  A token:  ./run token      The journey:  ./run demo%n");
    System.out.printf("  Logs:     ./run logs NAME   Stop:         Ctrl-C or ./run stop%n");
  }

  private void superviseUntilStopped() {
    try {
      while (!stopping.await(200, TimeUnit.MILLISECONDS)) {
        supervise();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // Never beside the end of the system: it would bring back what is being stopped.
  private synchronized void supervise() {
    if (stopping.getCount() > 0) {
      carryOutRestarts();
      bringDatabaseBack();
      bringPubSubBack();
    }
  }

  private void carryOutRestarts() {
    try (Stream<Path> orders = Files.list(controlFolder(options.state()))) {
      for (Path order : orders.toList()) {
        String name = order.getFileName().toString();
        System.out.println("Restarting " + name);
        try {
          system.restart(name);
        } catch (UsageException failure) {
          System.err.println(failure.getMessage());
        }
        Files.delete(order);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void bringDatabaseBack() {
    if (!system.databaseAnswers()) {
      System.out.println("PostgreSQL ended; it is started again");
      system.restartDatabase();
    }
  }

  // Google's emulator forgets all messages when it ends. The services create the topology again;
  // what was published and not yet consumed is published again by a replay.
  private void bringPubSubBack() {
    if (!system.pubsub().isAlive()) {
      System.out.println("Pub/Sub ended; it is started again");
      system.pubsub().restart();
      if (!system.pubsub().keepsMessages()) {
        new RecentReplay(
                system.pubsub().host(), system.program(Program.RELAY).url(), system.issuer())
            .request();
      }
    }
  }

  private synchronized void closeSystem() {
    system.close();
  }

  static Path controlFolder(Path state) {
    return state.resolve("control");
  }

  private void shutDown() {
    System.out.println("\nStopping ...");
    stopping.countDown();
    closeSystem();
  }
}
