package com.cottonerp.relay.publishing;

import java.time.Duration;

/**
 * Decides when to ask the broker whether the broker works again, for a source that has left its
 * lanes to other replicas and so sends no events. Pure.
 *
 * <p>WHY the growing wait: the broker may answer yes but still refuse events (a proxy, a schema).
 * Each trial then delays the events of the lanes that are taken for the trial.
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
   * @param works whether the broker says that the broker would accept events
   */
  void answered(boolean works, long now) {
    asked = false;
    trials = works ? Math.min(trials + 1, MAX_DOUBLINGS) : trials;
    dueAt = now + Math.min(interval << trials, Math.max(interval, LONGEST_WAIT.toNanos()));
  }

  /** The broker has accepted an event, so its answers can be believed. */
  void believed() {
    trials = 0;
  }
}
