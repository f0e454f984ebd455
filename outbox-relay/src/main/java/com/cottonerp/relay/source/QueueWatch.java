package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.LaneFacts;
import com.cottonerp.relay.outbox.LostMarks;
import com.cottonerp.relay.outbox.OutboxThread;
import com.cottonerp.relay.outbox.QueueFigures;
import com.cottonerp.relay.outbox.QueueFigures.Figures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Measures the queue of a source and watches the states of its lanes, on its own thread and
 * connection: a failure makes the figures old, and has no other effect. Uses at most a twentieth of
 * the database's time, however slow a measurement is.
 */
final class QueueWatch implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(QueueWatch.class);
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(20);
  private static final int SHARE = 20;

  /** The result of the last look. */
  record Seen(Figures figures, List<LaneState> lanes, double oldestReadySeconds, int lostMarks) {
    static final Seen NOTHING = new Seen(Figures.NONE, List.of(), 0, 0);

    long alarming() {
      return lanes.stream().filter(LaneState::alarming).count();
    }
  }

  /** Hears of the first event of a lane that could go at two looks in a row. */
  interface Overlooked {
    void at(int lane, long event);
  }

  private final String source;
  private final Duration interval;
  private final Supplier<SourceStatus> status;
  private final OutboxThread thread;
  private final LaneWatch watch;
  private final Overlooked overlooked;

  private volatile Seen seen = Seen.NOTHING;
  private Map<Integer, Long> firstReady = Map.of();
  private boolean alarmed;

  QueueWatch(
      String source,
      RelayConfig config,
      RelayMetrics metrics,
      Supplier<SourceStatus> status,
      Overlooked overlooked) {
    this.source = source;
    this.overlooked = overlooked;
    this.interval = config.metricsInterval();
    this.status = status;
    this.watch =
        new LaneWatch(
            config.stalledAfter(),
            config.lease().ttl().plus(config.lease().margin()).plus(config.lease().survey()));
    this.thread =
        new OutboxThread(
            config.sources().get(source),
            "outbox-relay watch",
            STATEMENT_TIMEOUT,
            this::look,
            metrics::measurementFailed);
    metrics.gauge("outbox.pending", () -> seen.figures().pending());
    metrics.gauge("outbox.failed", () -> seen.figures().failed());
    metrics.gauge("outbox.blocked", () -> seen.figures().blocked());
    metrics.gauge("outbox.orphans", () -> seen.figures().orphans());
    metrics.gauge("outbox.replay.remaining", () -> seen.figures().replaysLeft());
    metrics.gauge("outbox.oldest.pending.age.seconds", () -> seen.oldestReadySeconds());
    metrics.gauge("outbox.stalled.lanes", () -> seen.alarming());
    metrics.gauge("outbox.lost.marks", () -> seen.lostMarks());
  }

  void start() {
    thread.start();
  }

  private Duration look(Connection connection) throws SQLException {
    long began = System.nanoTime();
    SourceStatus now = status.get();
    List<LaneFacts> facts = LaneFacts.read(connection);
    tellOverlooked(facts, now.lanes());
    Figures figures =
        now.lanes().isEmpty() ? Figures.NONE : QueueFigures.measure(connection, now.lanes());
    int lost = LostMarks.release(connection);
    List<LaneState> lanes = watch.look(facts, paused(now), System.nanoTime());
    seen = new Seen(figures, lanes, oldest(facts, now.lanes()), lost);
    report(lanes, lost);
    Duration spared = Duration.ofNanos(SHARE * (System.nanoTime() - began));
    return spared.compareTo(interval) > 0 ? spared : interval;
  }

  /**
   * WHY: the loop remembers where to fetch each lane, and looks at the whole lane only now and
   * then. This look does not depend on what the loop remembers.
   */
  private void tellOverlooked(List<LaneFacts> facts, Set<Integer> owned) {
    Map<Integer, Long> before = firstReady;
    firstReady =
        facts.stream()
            .filter(lane -> lane.firstReady() != 0 && owned.contains(lane.lane()))
            .collect(Collectors.toMap(LaneFacts::lane, LaneFacts::firstReady));
    firstReady.forEach(
        (lane, event) -> {
          if (event.equals(before.get(lane))) {
            overlooked.at(lane, event);
          }
        });
  }

  private static Optional<String> paused(SourceStatus status) {
    return status
        .broker()
        .pauseReason()
        .or(
            () ->
                status.broker().outage()
                    ? Optional.of("the broker does not answer")
                    : Optional.empty());
  }

  private static double oldest(List<LaneFacts> facts, Set<Integer> lanes) {
    return facts.stream()
        .filter(lane -> lanes.contains(lane.lane()))
        .mapToDouble(LaneFacts::firstReadySeconds)
        .max()
        .orElse(0);
  }

  private void report(List<LaneState> lanes, int lost) {
    if (lost > 0) {
      LOG.errorf(
          "%s: %d events waited for one that is not there; they go on. To do: report it",
          source, lost);
    }
    String alarming =
        lanes.stream()
            .filter(LaneState::alarming)
            .map(lane -> lane.lane() + " " + lane.state() + ": " + lane.reason())
            .collect(Collectors.joining("; "));
    if (!alarming.isEmpty() && !alarmed) {
      LOG.errorf(
          "%s: lanes publish nothing of what they have: %s. To do: see the runbook"
              + " outbox-lane-stalled",
          source, alarming);
    }
    alarmed = !alarming.isEmpty();
  }

  /** Empty before the first look. */
  List<LaneState> lanes() {
    return seen.lanes();
  }

  @Override
  public void close() {
    thread.close();
  }
}
