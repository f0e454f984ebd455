package com.cottonerp.defaults.limits;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * How many requests each of many clients may make: some at once, then as many as come back with
 * time. Thread-safe; needs some bytes for each client that has made requests lately, for {@link
 * #MOST} clients at most: all clients beyond share one allowance.
 *
 * <p>A token bucket, kept as the time until which it is used up (GCRA). WHY our own: this is all of
 * it, and the libraries that have it keep one object for each client for ever, or need a cache.
 */
final class Allowances {
  static final int MOST = 100_000;

  private static final String OTHERS = "";

  private final long each;
  private final long atOnce;
  private final LongSupplier nanos;
  private final int most;
  // Until when the requests of a client have used up its allowance; absent where that is over.
  private final ConcurrentMap<String, Long> usedUntil = new ConcurrentHashMap<>();

  /**
   * @param perMinute how many come back in a minute
   * @param atOnce how many may come at once
   * @param nanos the time that has passed, as {@link System#nanoTime}
   */
  Allowances(int perMinute, int atOnce, LongSupplier nanos, int most) {
    if (perMinute < 1 || atOnce < 1) {
      throw new IllegalArgumentException("A limit of requests is 1 at least");
    }
    this.each = Duration.ofMinutes(1).toNanos() / perMinute;
    this.atOnce = each * atOnce;
    this.nanos = nanos;
    this.most = most;
  }

  /** Takes one; zero when it was there, else after how long there is one. */
  Duration take(String client) {
    long now = nanos.getAsLong();
    long[] missing = {0};
    usedUntil.compute(
        known(client, now),
        (key, until) -> {
          long begin = until == null || until - now < 0 ? now : until;
          missing[0] = begin + each - now - atOnce;
          return missing[0] > 0 ? until : Long.valueOf(begin + each);
        });
    return missing[0] > 0 ? Duration.ofNanos(missing[0]) : Duration.ZERO;
  }

  int clients() {
    return usedUntil.size();
  }

  private String known(String client, long now) {
    if (usedUntil.size() < most || usedUntil.containsKey(client)) {
      return client;
    }
    usedUntil.values().removeIf(until -> until - now <= 0);
    return usedUntil.size() < most ? client : OTHERS;
  }
}
