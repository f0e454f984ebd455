package com.cottonerp.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that start later, and restart at the same address.
 *
 * <p>The ports lie below the range from which operating systems take the ports of outgoing
 * connections: an outgoing connection could otherwise take the port before the server starts.
 * Thread-safe.
 *
 * <p>Processes that share a machine each get a number from 1 in the system property {@value
 * #NUMBER}, and each number has its own ports. WHY: the port of a stopped server looks free to
 * another process.
 */
public final class FreePort {
  /** The system property with the number of this process among the parallel processes. */
  public static final String NUMBER = "free-ports.process";

  private static final int PROCESSES = 8;
  private static final Range ALL = new Range(20_000, 32_000);
  private static final Range OURS = range(Integer.getInteger(NUMBER, 0));
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePort() {}

  /**
   * Returns a port that no process listens on, and that this process has not returned before.
   *
   * @throws IllegalStateException when no such port is left
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
   * @param number 0 for a process without a number: such a process takes any port
   */
  static Range range(int number) {
    if (number == 0) {
      return ALL;
    }
    int share = ALL.size() / PROCESSES;
    int first = ALL.first() + (number - 1) % PROCESSES * share;
    return new Range(first, first + share);
  }

  /** The ports from {@code first} to before {@code afterLast}. */
  record Range(int first, int afterLast) {
    int size() {
      return afterLast - first;
    }
  }

  /** Whether a process listens on the port. */
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
