package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.ParkedMessages.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the inbox tells Prometheus; labels are projections, never aggregates. */
@ApplicationScoped
class InboxMetrics {
  private final MeterRegistry registry;
  private final Map<String, ConcurrentMap<EventPosition, Instant>> inHand =
      new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> parked = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> rebuilding = new ConcurrentHashMap<>();

  InboxMetrics(MeterRegistry registry) {
    this.registry = registry;
    // There from the start, so that the first refused request is an increase.
    replayRequests(true);
    replayRequests(false);
  }

  void received(String projection, EventPosition position) {
    inHand.computeIfAbsent(projection, this::lagGauge).put(position, position.occurredAt());
  }

  void done(String projection, EventPosition position) {
    inHand.get(projection).remove(position);
  }

  void applied(String projection, EventPosition position) {
    registry.counter("inbox_applied_total", "projection", projection).increment();
    registry
        .timer("inbox_event_delay_seconds", "projection", projection)
        .record(Duration.between(position.occurredAt(), Instant.now()));
  }

  void duplicate(String projection) {
    registry.counter("inbox_duplicate_total", "projection", projection).increment();
  }

  void parked(String projection, Reason reason) {
    registry
        .counter(
            "inbox_parked_total",
            "projection",
            projection,
            "reason",
            reason.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  void parkedNow(String projection, long count) {
    gauge(parked, "inbox_parked_messages", "projection", projection).set(count);
  }

  /** 1 while it is filled from past events; nothing is decided by it until then. */
  void rebuildingNow(String readModel, boolean rebuilding) {
    gauge(this.rebuilding, "read_model_rebuilding", "read_model", readModel)
        .set(rebuilding ? 1 : 0);
  }

  private AtomicLong gauge(
      Map<String, AtomicLong> gauges, String metric, String label, String projection) {
    return gauges.computeIfAbsent(
        projection, name -> registry.gauge(metric, Tags.of(label, name), new AtomicLong()));
  }

  void unreadable(String subscription) {
    registry.counter("inbox_unreadable_total", "subscription", subscription).increment();
  }

  void replayRequested(boolean accepted) {
    replayRequests(accepted).increment();
  }

  private Counter replayRequests(boolean accepted) {
    return registry.counter("inbox_replay_requests_total", "accepted", Boolean.toString(accepted));
  }

  // How old the oldest event is that has arrived and is not applied; 0 when nothing waits.
  private ConcurrentMap<EventPosition, Instant> lagGauge(String projection) {
    ConcurrentMap<EventPosition, Instant> events = new ConcurrentHashMap<>();
    registry.gauge(
        "read_model_lag_seconds",
        Tags.of("read_model", projection),
        events,
        waiting ->
            waiting.values().stream()
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0));
    return events;
  }
}
