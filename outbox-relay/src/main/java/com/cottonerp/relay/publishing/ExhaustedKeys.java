package com.cottonerp.relay.publishing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The ordering keys that recently got RESOURCE_EXHAUSTED. Pub/Sub takes 1 MB/s of a key, so one or
 * two such keys are hot; several such keys at a time mean the quota of the project. Pure.
 */
final class ExhaustedKeys {
  private static final int KEYS_OF_A_QUOTA = 3;
  private static final long LATELY = Duration.ofSeconds(1).toNanos();

  private final Map<String, Long> lately = new HashMap<>();

  /** Adds a key; returns whether the quota seems to be exhausted. */
  boolean add(String key, long now) {
    lately.values().removeIf(at -> now - at >= LATELY);
    lately.put(key, now);
    return lately.size() >= KEYS_OF_A_QUOTA;
  }

  void forget() {
    lately.clear();
  }
}
