package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Gaps.Summary;
import com.cottonerp.eventing.inbox.ParkedMessages.Count;
import com.cottonerp.eventing.inbox.ParkedMessages.Parking;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the inbox tells Prometheus; labels are projections, never aggregates. */
@ApplicationScoped
public class InboxMetrics {
  private final MeterRegistry registry;
  private final Map<String, Figures> byProjection;
  private final AtomicLong conflicts = new AtomicLong();

  /** The gauges of a projection, and what is counted for each of its events. */
  private static final class Figures {
    // WHY kept: to look a meter up by its name and tags costs more than to count.
    private final Counter applied;
    private final Timer delay;
    private final Map<Arrival, Instant> inHand = new ConcurrentHashMap<>();
    private volatile long waiting;
    private volatile long broken;
    private volatile long rebuilding;
    private volatile Summary gaps = new Summary("", 0, 0, 0, 0);

    Figures(MeterRegistry registry, String projection) {
      applied = registry.counter("inbox_applied_total", "projection", projection);
      delay = registry.timer("inbox_event_delay_seconds", "projection", projection);
    }

    /** For how long an event is known to exist and is not applied; 0 for none. */
    double lagSeconds() {
      double inHandSeconds =
          inHand.values().stream()
              .min(Instant::compareTo)
              .map(oldest -> Duration.between(oldest, Instant.now()).toMillis() / 1000.0)
              .orElse(0.0);
      return Math.max(inHandSeconds, gaps.oldestSeconds());
    }
  }

  InboxMetrics(MeterRegistry registry, @All List<Projection> projections) {
    this.registry = registry;
    this.byProjection =
        projections.stream()
            .map(Projection::name)
            .collect(Collectors.toMap(name -> name, name -> new Figures(registry, name)));
    // There from the start, so that the first refused request is an increase.
    replayRequests(true);
    replayRequests(false);
    registry.gauge("inbox_conflicts", conflicts);
    byProjection.forEach(this::register);
  }

  private void register(String projection, Figures figures) {
    gauge("inbox_parked_messages", "projection", projection, figures, f -> f.waiting + f.broken);
    gauge("inbox_broken_messages", "projection", projection, figures, f -> f.broken);
    gauge("inbox_unfillable_gaps", "projection", projection, figures, f -> f.gaps.unfillable());
    gauge("read_model_missing_events", "read_model", projection, figures, f -> f.gaps.events());
    gauge("read_model_lag_seconds", "read_model", projection, figures, Figures::lagSeconds);
    gauge("read_model_rebuilding", "read_model", projection, figures, f -> f.rebuilding);
  }

  private void gauge(
      String metric, String label, String name, Figures figures, ToDoubleFunction<Figures> value) {
    registry.gauge(metric, Tags.of(label, name), figures, value);
  }

  private Figures figures(String projection) {
    Figures known = byProjection.get(projection);
    // A test may feed a projection that is no bean.
    return known == null ? new Figures(registry, projection) : known;
  }

  void received(List<Projection> projections, List<Arrival> arrivals) {
    // WHY not when they happened: a replay brings old events that were applied long ago.
    Instant now = Instant.now();
    for (Projection projection : projections) {
      Map<Arrival, Instant> inHand = figures(projection.name()).inHand;
      arrivals.forEach(arrival -> inHand.put(arrival, now));
    }
  }

  void done(List<Projection> projections, List<Arrival> arrivals) {
    for (Projection projection : projections) {
      Map<Arrival, Instant> inHand = figures(projection.name()).inHand;
      arrivals.forEach(inHand::remove);
    }
  }

  void applied(String projection, EventPosition position) {
    Figures figures = figures(projection);
    figures.applied.increment();
    figures.delay.record(Duration.between(position.occurredAt(), Instant.now()));
  }

  void duplicate(String projection) {
    registry.counter("inbox_duplicate_total", "projection", projection).increment();
  }

  void conflict(String projection) {
    registry.counter("inbox_conflict_total", "projection", projection).increment();
  }

  void parked(String projection, Parking parking) {
    String reason = parking.name().toLowerCase(Locale.ROOT);
    registry.counter("inbox_parked_total", "projection", projection, "reason", reason).increment();
  }

  void parkedNow(List<Count> counts) {
    Map<String, Count> byName =
        counts.stream().collect(Collectors.toMap(Count::projection, count -> count));
    byProjection.forEach(
        (projection, figures) -> {
          Count count = byName.get(projection);
          figures.waiting = count == null ? 0 : count.waiting();
          figures.broken = count == null ? 0 : count.broken();
        });
  }

  void conflictsNow(long count) {
    conflicts.set(count);
  }

  void missingNow(List<Summary> summaries) {
    Map<String, Summary> byName =
        summaries.stream().collect(Collectors.toMap(Summary::projection, summary -> summary));
    byProjection.forEach(
        (projection, figures) ->
            figures.gaps = byName.getOrDefault(projection, new Summary(projection, 0, 0, 0, 0)));
  }

  /** 1 while it is filled from past events; nothing is decided by it until then. */
  public void rebuildingNow(String readModel, boolean rebuilding) {
    figures(readModel).rebuilding = rebuilding ? 1 : 0;
  }

  /** Counts from zero, so that the first unreadable message is an increase. */
  Counter unreadable(String subscription) {
    return registry.counter("inbox_unreadable_total", "subscription", subscription);
  }

  void replayRequested(boolean accepted) {
    replayRequests(accepted).increment();
  }

  private Counter replayRequests(boolean accepted) {
    return registry.counter("inbox_replay_requests_total", "accepted", Boolean.toString(accepted));
  }
}
