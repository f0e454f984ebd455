package com.cottonerp.relay.publishing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The ordering keys for which the broker said RESOURCE_EXHAUSTED lately. Pub/Sub takes 1 MB/s of a
 * key, so one key or two are hot; several at a time mean the quota of the project. Pure.
 */
final class ExhaustedKeys {
  private static final int KEYS_OF_A_QUOTA = 3;
  private static final long LATELY = Duration.ofSeconds(1).toNanos();

  private final Map<String, Long> lately = new HashMap<>();

  /** Returns whether it seems to be the quota. */
  boolean add(String key, long now) {
    lately.values().removeIf(at -> now - at >= LATELY);
    lately.put(key, now);
    return lately.size() >= KEYS_OF_A_QUOTA;
  }

  void forget() {
    lately.clear();
  }
}
