package com.cottonerp.runner.soak;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Measures how long events stood still after each fault: from the end of the fault until all events
 * committed by then are published. Not thread-safe.
 */
final class Stalls {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Sql sql;
  private final History history;
  private final Map<FaultKind, List<Duration>> byKind = new EnumMap<>(FaultKind.class);
  private final List<String> notDone = new ArrayList<>();

  Stalls(Sql sql, History history) {
    this.sql = sql;
    this.history = history;
  }

  /** Waits for a minute at most; the next quiet point checks the rest. */
  void measure(PlannedFault planned) {
    long begun = System.nanoTime();
    String now = null;
    boolean published = false;
    while (!published && System.nanoTime() - begun < PATIENCE.toNanos()) {
      try {
        now = now == null ? sql.texts("SELECT clock_timestamp()").get(0) : now;
        published = sql.number(pendingBefore(now)) == 0;
      } catch (SQLException notNow) {
        published = false;
      }
      if (!published) {
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    byKind.computeIfAbsent(planned.kind(), kind -> new ArrayList<>()).add(took);
    history.note("published after %d ms: %s".formatted(took.toMillis(), planned));
  }

  private static String pendingBefore(String time) {
    return Members.CONTEXTS.stream()
        .map(
            context ->
                "SELECT e.id FROM %1$s.outbox_pending p JOIN %1$s.outbox_event e ON e.id = p.id WHERE e.occurred_at < '%2$s'"
                    .formatted(context.schema(), time))
        .collect(Collectors.joining(" UNION ALL ", "SELECT count(*) FROM (", ") pending"));
  }

  void notDone(PlannedFault planned, String why) {
    notDone.add("%s %s".formatted(planned, why));
    history.note("%s %s".formatted(planned, why));
  }

  /** The stalls by the kind of their fault, in the order in which the faults ended. */
  Map<FaultKind, List<Duration>> byKind() {
    return byKind;
  }

  /** Faults that could not be brought about, with the reason. */
  List<String> notDone() {
    return notDone;
  }
}
