package com.cottonerp.runner.soak;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out whether the system is at rest: every program is ready; every committed event is
 * published, seen by the observers and applied; every post is judged; and this stays so for a
 * while.
 */
final class Level {
  private static final Duration LOOK = Duration.ofMillis(500);
  // Longer than the interval of every job of the services, except the sweeps.
  private static final Duration AT_REST = Duration.ofSeconds(4);

  private final Members members;
  private final Sql sql;
  private final Observers observers;
  private final ReadModels readModels;
  private final History history;
  private final Set<String> unfit = new LinkedHashSet<>();

  Level(Members members, Sql sql, Observers observers, ReadModels readModels, History history) {
    this.members = members;
    this.sql = sql;
    this.observers = observers;
    this.readModels = readModels;
    this.history = history;
  }

  /**
   * The result of waiting for rest.
   *
   * @param took the time until the system was level, without the time of watching
   * @param left what was not level when the patience ended; empty when everything was level
   */
  record Result(Duration took, List<String> left) {}

  Result await(Duration patience) {
    long begun = System.nanoTime();
    long levelSince = -1;
    long events = -1;
    List<String> left = List.of("nothing was looked at");
    while (System.nanoTime() - begun < patience.toNanos()) {
      List<String> before = left;
      left = left();
      if (!left.equals(before)) {
        history.note("not level: " + left);
      }
      long now = left.isEmpty() ? eventsOrNone() : -1;
      if (now < 0 || now != events) {
        levelSince = System.nanoTime();
        events = now;
      } else if (System.nanoTime() - levelSince > AT_REST.toNanos()) {
        return new Result(Duration.ofNanos(levelSince - begun), List.of());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return new Result(
        patience, left.isEmpty() ? List.of("new events never stop: " + events) : left);
  }

  /**
   * The events that could not be applied, and why, as seen while waiting. A finding although they
   * are tried again: no fault makes an event unfit, so a handler is wrong.
   */
  List<String> unfit() {
    return List.copyOf(unfit);
  }

  /** How many events were committed. */
  long committed() throws SQLException {
    return sql.events();
  }

  private long eventsOrNone() {
    try {
      return sql.events();
    } catch (SQLException notNow) {
      return -1;
    }
  }

  /** What is not level yet, in words. */
  private List<String> left() {
    if (!members.areReady()) {
      return List.of("a program is not ready: " + notReady());
    }
    try {
      List<String> left = new ArrayList<>();
      for (Members.Context context : Members.CONTEXTS) {
        noteUnfit(context);
        left.addAll(leftOf(context));
      }
      // When the holder of a job's lease loses its database, the job waits up to a minute for the
      // lease.
      left.addAll(sql.texts(BusinessRule.UNJUDGED_POSTS));
      left.addAll(sql.texts(BusinessRule.MATCHES_OF_ENDED_POSTS));
      return left.isEmpty() ? readModels.behind() : left;
    } catch (SQLException | UncheckedIOException | IllegalStateException notNow) {
      return List.of("could not be looked at: " + notNow);
    }
  }

  private List<String> notReady() {
    return members.all().stream()
        .filter(program -> !program.isReady())
        .map(program -> program.name())
        .toList();
  }

  private void noteUnfit(Members.Context context) throws SQLException {
    // A handler that takes too long has met a fault.
    sql.texts(
            """
            SELECT event_type || ' at ' || projection || ': ' || error FROM %s.inbox_parked
            WHERE reason = 'ERROR' AND error NOT LIKE '%%AppliedTooLong%%'
            """
                .formatted(context.schema()))
        .forEach(unfit::add);
  }

  private List<String> leftOf(Members.Context context) throws SQLException {
    List<String> left = new ArrayList<>();
    for (String table : List.of("outbox_pending", "inbox_parked", "inbox_gap")) {
      sql.texts(
              "SELECT to_jsonb(t) - 'data' FROM %s.%s t LIMIT 5".formatted(context.schema(), table))
          .forEach(row -> left.add("%s.%s has %s".formatted(context.schema(), table, row)));
    }
    sql.texts(
            "SELECT to_jsonb(r) FROM %s.outbox_replay r WHERE state = 'RUNNING' LIMIT 5"
                .formatted(context.schema()))
        .forEach(row -> left.add("a replay of %s runs: %s".formatted(context.source(), row)));
    long committed = sql.events(context);
    int seen = observers.of(context).arrivals().events().size();
    if (seen < committed) {
      left.add(
          "G1: the observer of %s has %d of %d events".formatted(context.topic(), seen, committed));
    }
    return left;
  }
}
