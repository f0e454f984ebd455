package com.cottonerp.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that start later, and start again at the same address.
 *
 * <p>They lie below the range from which operating systems take the ports of outgoing connections:
 * one of those would otherwise sit on the port before its server is there. Thread-safe.
 *
 * <p>A process that shares the machine with others of its kind says its number from 1 in the system
 * property {@value #NUMBER} and gets ports of its own. WHY: a port whose server is stopped for a
 * while looks free to another process.
 */
public final class FreePort {
  /** The system property with the number of a process among those beside it. */
  public static final String NUMBER = "free-ports.process";

  private static final int PROCESSES = 8;
  private static final Range ALL = new Range(20_000, 32_000);
  private static final Range OURS = range(Integer.getInteger(NUMBER, 0));
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePort() {}

  /**
   * A port that nothing listens on, and that this program has not given away before.
   *
   * @throws IllegalStateException when there is none
   */
  public static synchronized int next() {
    int start = ThreadLocalRandom.current().nextInt(OURS.size());
    for (int i = 0; i < OURS.size(); i++) {
      int port = OURS.first() + (start + i) % OURS.size();
      if (!isTaken(port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No port between %d and %d is free".formatted(OURS.first(), OURS.afterLast()));
  }

  /**
   * The ports of one process.
   *
   * @param number 0 for a process without one: it takes any port
   */
  static Range range(int number) {
    if (number == 0) {
      return ALL;
    }
    int share = ALL.size() / PROCESSES;
    int first = ALL.first() + (number - 1) % PROCESSES * share;
    return new Range(first, first + share);
  }

  /** From one port to before another. */
  record Range(int first, int afterLast) {
    int size() {
      return afterLast - first;
    }
  }

  /** Whether something listens on the port. */
  public static boolean isTaken(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(port));
      return false;
    } catch (IOException taken) {
      return true;
    }
  }
}
