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
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int AFTER_LAST = 32_000;
  private static final Set<Integer> GIVEN = new HashSet<>();

  private FreePort() {}

  /**
   * A port that nothing listens on, and that this program has not given away before.
   *
   * @throws IllegalStateException when there is none
   */
  public static synchronized int next() {
    int start = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
    for (int i = 0; i < AFTER_LAST - FIRST; i++) {
      int port = FIRST + (start - FIRST + i) % (AFTER_LAST - FIRST);
      if (!isTaken(port) && GIVEN.add(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No port between %d and %d is free".formatted(FIRST, AFTER_LAST));
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
