package com.cottonerp.eventing.inbox;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Waiting() {}

  public static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("It did not become true within " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
