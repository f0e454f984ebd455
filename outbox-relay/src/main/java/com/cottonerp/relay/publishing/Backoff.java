package com.cottonerp.relay.publishing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: a random wait between {@code min} and {@code min·2ⁿ}, at
 * most {@code max}. Pure except for the random source.
 */
public record Backoff(Duration min, Duration max, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 30;

  /** The wait after the {@code failures}-th failure in a row; counting starts at 1. */
  public Duration after(int failures) {
    int doublings = Math.min(Math.max(failures, 1), MAX_DOUBLINGS);
    long ceiling = Math.min(max.toNanos(), min.toNanos() << doublings);
    long floor = Math.min(min.toNanos(), ceiling);
    return Duration.ofNanos(floor == ceiling ? floor : random.nextLong(floor, ceiling + 1));
  }
}
