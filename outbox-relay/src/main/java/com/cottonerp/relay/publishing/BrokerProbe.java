package com.cottonerp.relay.publishing;

import java.time.Duration;

/**
 * When to ask the broker whether it works again, for a source that has nothing to find it out with:
 * it has left its lanes to others. Pure.
 *
 * <p>WHY the growing wait: the answer may be yes although events are not taken (a proxy, a schema).
 * Then each trial holds up the events of the lanes that are taken for it.
 */
final class BrokerProbe {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final int MAX_DOUBLINGS = 20;

  private final long interval;

  private boolean asked;
  private int trials;
  private long dueAt;

  BrokerProbe(Duration interval, long now) {
    this.interval = interval.toNanos();
    this.dueAt = now;
  }

  boolean isDue(long now) {
    return !asked && now - dueAt >= 0;
  }

  void asked() {
    asked = true;
  }

  /**
   * @param works whether the broker says that it would take events
   */
  void answered(boolean works, long now) {
    asked = false;
    trials = works ? Math.min(trials + 1, MAX_DOUBLINGS) : trials;
    dueAt = now + Math.min(interval << trials, Math.max(interval, LONGEST_WAIT.toNanos()));
  }

  /** It has taken an event, so its answers can be believed. */
  void believed() {
    trials = 0;
  }
}
