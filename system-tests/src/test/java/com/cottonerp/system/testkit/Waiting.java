package com.cottonerp.system.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for what must come to pass, with words for when it does not. */
public final class Waiting {
  /** WHY so long: a program that was killed takes a minute to start when the machine is busy. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Waiting() {}

  public static void until(String what, Callable<Boolean> condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(condition);
  }

  public static void untilAsserted(String what, ThrowingRunnable assertion) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .untilAsserted(assertion);
  }
}
