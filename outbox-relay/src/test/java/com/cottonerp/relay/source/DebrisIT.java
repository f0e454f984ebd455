package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.publishing.PublishQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * The cost of a queue full of rows that must not be published: counted in read index entries, so
 * that the cost is the same on any machine. Fifty times as many rows as a measurement publishes, or
 * as many as {@code -Ddebris.dead} and {@code -Ddebris.failed} say: 1 000 000 and 200 000 were seen
 * to pass.
 */
class DebrisIT extends RelayHarness {
  private static final int EVENTS = 4_000;
  private static final int MEASUREMENTS = 3;
  private static final int DEAD = Integer.getInteger("debris.dead", 200_000);
  private static final int FAILED = Integer.getInteger("debris.failed", 50_000);

  @Test
  void dead_rows_under_a_held_snapshot_do_not_make_a_fetch_dearer() throws Exception {
    long clean = entriesReadToPublish(Long.MAX_VALUE);
    try (Connection dump = outbox.owner().getConnection();
        Statement statement = dump.createStatement()) {
      dump.setAutoCommit(false);
      dump.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("SELECT count(*) FROM outbox_pending");
      outbox.run(
          """
          BEGIN;
          INSERT INTO outbox_pending (id, lane, aggregate_id, bytes)
          SELECT nextval('outbox_event_id_seq'), n & 63, gen_random_uuid(), 1 FROM generate_series(1, %d) n;
          DELETE FROM outbox_pending;
          COMMIT"""
              .formatted(DEAD));

      long dirty = entriesReadToPublish(2 * clean);

      System.out.printf(
          "entries read for %d events: clean %d, with dead rows %d%n", EVENTS, clean, dirty);
      assertThat(dirty).isLessThan(2 * clean);
    }
  }

  @Test
  void failed_events_do_not_make_a_fetch_dearer() throws Exception {
    long clean = entriesReadToPublish(Long.MAX_VALUE);
    outbox.appendInterleaved(FAILED, 1);
    outbox.run("UPDATE outbox_pending SET failed_at = now(), attempts = 5, last_error = 'refused'");

    long dirty = entriesReadToPublish(2 * clean);

    System.out.printf(
        "entries read for %d events: clean %d, with failed ones %d%n", EVENTS, clean, dirty);
    assertThat(dirty).isLessThan(2 * clean);
  }

  /**
   * Measures the loop alone, on this thread, after the loop has held its lanes for a while. Returns
   * the least of some measurements, and stops at the first measurement below the limit.
   *
   * <p>WHY more than one: fetches of old ids take a twentieth of the time, so on a slow machine
   * such a fetch falls into a measurement.
   */
  private long entriesReadToPublish(long limit) throws SQLException, InterruptedException {
    RelayConfig settings = config.build();
    RelayMetrics figures = new RelayMetrics(metrics, "partners");
    long least = Long.MAX_VALUE;
    try (PublishQueue queue = new PublishQueue("partners", settings, tracer, figures);
        OutboxSession session =
            OutboxSession.open(settings.sources().get("partners"), "replica", settings)) {
      RelayLoop loop = new RelayLoop("partners", settings, figures, queue);
      publish(64, loop, session);
      long start = turnUntilAllIsCounted(loop, session);
      for (int n = 0; n < MEASUREMENTS && least >= limit; n++) {
        for (int i = 0; i < 20; i++) {
          publish(EVENTS / 20, loop, session);
        }
        turnUntil(loop, session, () -> outbox.pending() == waiting());
        long end = turnUntilAllIsCounted(loop, session);
        least = Math.min(least, end - start);
        start = end;
      }
      loop.releaseAll(session);
    }
    awaitNoSession();
    return least;
  }

  private void publish(int events, RelayLoop loop, OutboxSession session)
      throws SQLException, InterruptedException {
    int expected = broker.messageCount() + events;
    outbox.appendInterleaved(events, 1);
    turnUntil(loop, session, () -> broker.messageCount() == expected);
  }

  private static long waiting() {
    return outbox.number("SELECT count(*) FROM outbox_pending WHERE failed_at IS NOT NULL");
  }

  private static void turnUntil(RelayLoop loop, OutboxSession session, BooleanSupplier done)
      throws SQLException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(until);
      loop.turn(session);
    }
  }

  /**
   * WHY for a while: a session reports its counts once a second, and an id is safe a second later.
   */
  private static long turnUntilAllIsCounted(RelayLoop loop, OutboxSession session)
      throws SQLException, InterruptedException {
    long[] last = {entriesRead(), System.nanoTime()};
    turnUntil(
        loop,
        session,
        () -> {
          long read = entriesRead();
          if (read != last[0]) {
            last[0] = read;
            last[1] = System.nanoTime();
          }
          return System.nanoTime() - last[1] > Duration.ofMillis(2_500).toNanos();
        });
    return last[0];
  }

  /** The database's count, complete once the session has ended. */
  private static long entriesRead() {
    return Long.parseLong(
        outbox.superuserText(
            """
            SELECT sum(idx_tup_read) FROM pg_stat_user_indexes
            WHERE schemaname = 'partners' AND indexrelname IN
              ('outbox_pending_lane_idx', 'outbox_pending_released_idx', 'outbox_pending_retry_idx')"""));
  }

  private static void awaitNoSession() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                outbox.superuserText(
                    "SELECT count(*) FROM pg_stat_activity WHERE usename = 'outbox_relay'"),
            "0"::equals);
  }
}
