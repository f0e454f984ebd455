package com.cottonerp.relay.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The metrics of one source, tagged with its name. Never tagged with an aggregate's id. */
public final class RelayMetrics {
  private final MeterRegistry registry;
  private final Tags tags;
  private final Counter published;
  private final Counter leasesLost;
  private final Counter databaseLost;
  private final Counter requests;
  private final Counter swept;
  private final Counter orphansRemoved;
  private final Counter replayed;
  private final Counter fetchTimeouts;
  private final Counter overlooked;
  private final Counter measurementsFailed;
  private final Timer publish;
  private final Timer settle;
  private final Timer fetch;

  public RelayMetrics(MeterRegistry registry, String source) {
    this.registry = registry;
    this.tags = Tags.of("source", source);
    this.published = registry.counter("outbox.published", tags);
    this.leasesLost = registry.counter("outbox.lease.lost", tags);
    this.databaseLost = registry.counter("relay.database.lost", tags);
    this.requests = registry.counter("relay.publish.requests", tags);
    this.swept = registry.counter("outbox.retention.deleted", tags);
    this.orphansRemoved = registry.counter("outbox.orphans.removed", tags);
    this.replayed = registry.counter("outbox.replayed", tags);
    this.fetchTimeouts = registry.counter("outbox.fetch.timeouts", tags);
    this.overlooked = registry.counter("outbox.overlooked", tags);
    this.measurementsFailed = registry.counter("outbox.measurements.failed", tags);
    this.publish = timer("relay.publish");
    this.settle = timer("outbox.settle");
    this.fetch = timer("outbox.fetch");
  }

  private Timer timer(String name) {
    return Timer.builder(name).tags(tags).publishPercentileHistogram().register(registry);
  }

  /** Registers a gauge whose value is read at each scrape. */
  public void gauge(String name, Supplier<Number> value) {
    Gauge.builder(name, value).tags(tags).register(registry);
  }

  public void requestSent() {
    requests.increment();
  }

  public void published(int events, long nanos) {
    published.increment(events);
    publish.record(nanos, TimeUnit.NANOSECONDS);
  }

  public void publishFailed(String failureClass) {
    registry.counter("outbox.publish.failures", tags.and("class", failureClass)).increment();
  }

  public void settled(Duration took) {
    settle.record(took);
  }

  public void fetched(Duration took) {
    fetch.record(took);
  }

  public void leasesLost(int lanes) {
    leasesLost.increment(lanes);
  }

  public void databaseLost() {
    databaseLost.increment();
  }

  public void swept(int events) {
    swept.increment(events);
  }

  public void orphansRemoved(int rows) {
    orphansRemoved.increment(rows);
  }

  public void replayed(int events) {
    replayed.increment(events);
  }

  public void fetchTimedOut() {
    fetchTimeouts.increment();
  }

  public void overlooked() {
    overlooked.increment();
  }

  public void measurementFailed() {
    measurementsFailed.increment();
  }
}
