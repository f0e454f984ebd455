package com.cottonerp.eventing.pubsub;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Whether the broker is heard: when it last answered a pull, with messages or without. Read by any
 * thread.
 */
final class PullHealth {
  private final String subscription;
  private final Counter failures;

  private volatile long lastSuccess = System.nanoTime();
  private volatile boolean failing;

  /**
   * @param subscription its short name
   */
  PullHealth(String subscription, MeterRegistry registry) {
    this.subscription = subscription;
    Tags tags = Tags.of("subscription", subscription);
    this.failures = registry.counter("pubsub_pull_failures_total", tags);
    registry.gauge(
        "pubsub_pull_last_success_age_seconds", tags, this, PullHealth::secondsSinceSuccess);
  }

  void succeeded() {
    lastSuccess = System.nanoTime();
    failing = false;
  }

  void failed() {
    failing = true;
    failures.increment();
  }

  /** Since the start when there was none. */
  double secondsSinceSuccess() {
    return (System.nanoTime() - lastSuccess) / 1e9;
  }

  boolean isFailing() {
    return failing;
  }

  String subscription() {
    return subscription;
  }
}
