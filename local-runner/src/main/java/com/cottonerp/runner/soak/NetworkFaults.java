package com.cottonerp.runner.soak;

import com.cottonerp.runner.LocalSystem;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Faults of the network between the programs and the broker or the database: for all programs, or
 * for the second copies only, while the first ones go on.
 */
final class NetworkFaults implements AutoCloseable {
  private static final int SLOW_BROKER_MILLIS = 150;
  private static final int SLOW_DATABASE_MILLIS = 25;

  private final Network broker;
  private final Network database;
  private final Network brokerOfCopies;
  private final Network databaseOfCopies;

  /**
   * @param system read when the system runs: the system is made with the ports of this network
   */
  NetworkFaults(Supplier<LocalSystem> system) {
    Supplier<InetSocketAddress> toBroker = () -> address(system.get().pubsub().host());
    Supplier<InetSocketAddress> toDatabase = () -> address(system.get().database().url());
    this.broker = new Network("broker", toBroker);
    this.database = new Network("database", toDatabase);
    // Behind the network of all: what disturbs all programs disturbs the copies, too.
    this.brokerOfCopies = new Network("broker-of-copies", () -> loopback(broker.port()));
    this.databaseOfCopies = new Network("database-of-copies", () -> loopback(database.port()));
  }

  /** The settings that send the programs' connections through this network. */
  Map<String, String> environment() {
    return environment(broker, database);
  }

  /** The settings of the second copies, whose network may fail alone. */
  Map<String, String> environmentOfCopies() {
    return environment(brokerOfCopies, databaseOfCopies);
  }

  private static Map<String, String> environment(Network broker, Network database) {
    return Map.of(
        "PUBSUB_EMULATOR_HOST",
        "127.0.0.1:" + broker.port(),
        "DATABASE_HOST",
        "127.0.0.1",
        "DATABASE_PORT",
        Integer.toString(database.port()));
  }

  Map<FaultKind, Fault> all() {
    return Map.of(
        FaultKind.BROKER_HALF_OPEN, new Disturbed(broker, Network.State.HALF_OPEN, 0),
        FaultKind.BROKER_SLOW, new Disturbed(broker, Network.State.SLOW, SLOW_BROKER_MILLIS),
        FaultKind.BROKER_CUT, new Disturbed(broker, Network.State.CUT, 0),
        FaultKind.DATABASE_HALF_OPEN, new Disturbed(database, Network.State.HALF_OPEN, 0),
        FaultKind.DATABASE_SLOW, new Disturbed(database, Network.State.SLOW, SLOW_DATABASE_MILLIS),
        FaultKind.DATABASE_CUT, new Disturbed(database, Network.State.CUT, 0),
        FaultKind.BROKER_CUT_FOR_ONE_COPY, new Disturbed(brokerOfCopies, Network.State.CUT, 0),
        FaultKind.BROKER_HALF_OPEN_FOR_ONE_COPY,
            new Disturbed(brokerOfCopies, Network.State.HALF_OPEN, 0),
        FaultKind.DATABASE_CUT_FOR_ONE_COPY, new Disturbed(databaseOfCopies, Network.State.CUT, 0),
        FaultKind.DATABASE_HALF_OPEN_FOR_ONE_COPY,
            new Disturbed(databaseOfCopies, Network.State.HALF_OPEN, 0));
  }

  // 127.0.0.1:18085, and jdbc:postgresql://127.0.0.1:15432/cotton_erp
  private static InetSocketAddress address(String text) {
    return loopback(Integer.parseInt(text.replaceAll("/[^/]*$", "").replaceAll(".*:", "")));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  private record Disturbed(Network network, Network.State state, long millis) implements Fault {
    @Override
    public void begin(int choice) {
      network.become(state, millis);
    }

    @Override
    public void end(int choice) {
      network.become(Network.State.FINE, 0);
    }
  }

  @Override
  public void close() {
    brokerOfCopies.close();
    databaseOfCopies.close();
    broker.close();
    database.close();
  }
}
