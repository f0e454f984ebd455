package com.cottonerp.relay.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import com.cottonerp.relay.testkit.TestConfig;
import com.cottonerp.relay.testkit.TestOutbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The query plans of a long session. */
class FetchPlanIT {
  private static final int LANES = 64;
  private static final int QUOTA = 10;
  private static final int FETCHES = 20;

  @Test
  void a_session_that_grew_old_on_an_empty_queue_reads_in_proportion_to_its_batches()
      throws SQLException {
    try (TestOutbox outbox = new TestOutbox()) {
      RelayConfig config = new TestConfig(outbox.jdbcUrl(), "127.0.0.1:1").build();
      leaveTheQueueEmptyWithFlatPrimaryKey(outbox);
      int fetched = 0;
      try (OutboxSession session =
          OutboxSession.open(config.sources().get("partners"), "replica", config)) {
        List<Wanted> wanted =
            IntStream.range(0, LANES).mapToObj(lane -> new Wanted(lane, QUOTA, 0)).toList();
        for (int i = 0; i < FETCHES; i++) {
          assertThat(session.pending().fetch(wanted, Long.MAX_VALUE).candidates()).isEmpty();
        }
        outbox.appendInterleaved(2_000, 10);
        for (int i = 0; i < FETCHES; i++) {
          fetched += session.pending().fetch(wanted, Long.MAX_VALUE).candidates().size();
        }
      }

      assertThat(fetched).isEqualTo(FETCHES * LANES * QUOTA);
      assertThat(entriesRead(outbox)).isBetween((long) fetched, 2L * fetched);
    }
  }

  @Test
  void fetches_in_quick_succession_find_an_event_whose_wait_has_ended() throws SQLException {
    try (TestOutbox outbox = new TestOutbox()) {
      RelayConfig config = new TestConfig(outbox.jdbcUrl(), "127.0.0.1:1").build();
      outbox.appendInterleaved(1, 1);
      try (OutboxSession session =
          OutboxSession.open(config.sources().get("partners"), "replica", config)) {
        List<Wanted> behind =
            IntStream.range(0, LANES)
                .mapToObj(lane -> new Wanted(lane, QUOTA, Long.MAX_VALUE))
                .toList();
        assertThat(session.pending().fetch(behind, Long.MAX_VALUE).candidates()).isEmpty();

        outbox.run("UPDATE outbox_pending SET blocked_by = 0");

        await()
            .pollInterval(Duration.ofMillis(5))
            .until(() -> session.pending().fetch(behind, Long.MAX_VALUE).candidates().size() == 1);
        assertThat(session.pending().fetch(behind, Long.MAX_VALUE).candidates()).hasSize(1);
      }
    }
  }

  /**
   * WHY 350 rows: the primary key of these rows is a single page, and the index by lane is larger,
   * so the planner takes the primary key for the cheaper way into an empty queue. Without index
   * clean-up, so that the indexes keep these sizes.
   */
  private static void leaveTheQueueEmptyWithFlatPrimaryKey(TestOutbox outbox) {
    outbox.appendInterleaved(350, 1);
    outbox.run("DELETE FROM outbox_pending");
    outbox.run("ANALYZE outbox_pending");
    outbox.run("VACUUM (INDEX_CLEANUP off) outbox_pending");
  }

  /** The queue's index entries that readers walked; counted when the readers' session has ended. */
  private static long entriesRead(TestOutbox outbox) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                outbox.superuserText(
                    "SELECT count(*) FROM pg_stat_activity WHERE usename = 'outbox_relay'"),
            "0"::equals);
    return Long.parseLong(
        outbox.superuserText(
            "SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE schemaname = 'partners' AND relname = 'outbox_pending'"));
  }
}
