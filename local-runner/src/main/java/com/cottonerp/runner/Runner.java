package com.cottonerp.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the local system up until the user stops it, and carries out the orders of other commands.
 */
final class Runner {
  private final SystemOptions options;
  private final LocalSystem system;
  private final Orders orders;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * @param traces where the programs report spans
   */
  Runner(SystemOptions options, String traces) {
    this.options = options;
    this.orders = new Orders(options.state());
    this.system =
        new LocalSystem(options, traces, what -> System.out.printf("  %-20s ready%n", what));
  }

  void run() {
    long started = System.nanoTime();
    if (StateLock.holder(options.state()).isPresent()) {
      throw LocalSystem.runsAlready();
    }
    noteProcess();
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown));
    System.out.println("Starting PostgreSQL, Pub/Sub and the programs ...");
    try {
      system.start();
    } catch (RuntimeException failure) {
      // A system that is stopped during its start does not become ready. That is no error.
      if (stopping.getCount() > 0) {
        System.err.println(failure.getMessage());
      }
      System.exit(1);
    }
    printAddresses(Duration.ofNanos(System.nanoTime() - started));
    superviseUntilStopped();
  }

  // The script does not build while a system of this checkout runs, on any state folder.
  private void noteProcess() {
    try {
      Files.createDirectories(note().getParent());
      Files.writeString(note(), options.state().toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path note() {
    return options
        .root()
        .resolve(".local/runners")
        .resolve(Long.toString(ProcessHandle.current().pid()));
  }

  private void printAddresses(Duration took) {
    System.out.printf("%nEverything is ready after %.1f s.%n%n", took.toMillis() / 1000.0);
    system
        .programs()
        .forEach(
            program ->
                System.out.printf(
                    "  %-20s %s   API: %s/reference%n",
                    program.name(), program.url(), program.managementUrl()));
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

  // Synchronized with the stop: a supervisor would start programs that are being stopped.
  private synchronized void supervise() {
    if (stopping.getCount() > 0) {
      carryOutOrders();
      bringDatabaseBack();
      bringPubSubBack();
    }
  }

  private void carryOutOrders() {
    orders
        .next()
        .ifPresent(
            order -> {
              try {
                carryOut(order);
                orders.done(order);
              } catch (UsageException failure) {
                System.err.println(failure.getMessage());
                orders.failed(order, failure.getMessage());
              }
            });
  }

  private void carryOut(Orders.Order order) {
    switch (order.what()) {
      case RESTART -> {
        System.out.println("Restarting " + order.program());
        system.restart(order.program());
      }
      case GIVE_UP -> {
        System.out.println(order.program() + " is run by somebody else for a while");
        orders.tellEnvironment(order, system.giveUp(order.program()));
      }
    }
  }

  private void bringDatabaseBack() {
    if (!system.databaseAnswers()) {
      System.out.println("PostgreSQL ended; it is started again");
      system.restartDatabase();
    }
  }

  // Google's emulator forgets all messages when the emulator ends. The services create the topology
  // again; a replay publishes again what was published and not yet consumed.
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

  private void shutDown() {
    System.out.println("\nStopping ...");
    stopping.countDown();
    closeSystem();
    try {
      Files.deleteIfExists(note());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
