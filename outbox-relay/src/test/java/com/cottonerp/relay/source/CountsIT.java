package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The relay's cost in counts, not in time. */
class CountsIT extends RelayHarness {
  private static final int EVENTS = 20_000;

  @Test
  void a_drain_costs_few_bytes_of_log_few_statements_and_one_request_per_key_and_batch() {
    config.set("metrics-interval", "1h");
    outbox.appendInterleaved(400, EVENTS / 400);
    outbox.run("VACUUM ANALYZE outbox_event");
    outbox.run("VACUUM ANALYZE outbox_pending");
    String before = outbox.superuserText("SELECT pg_current_wal_insert_lsn()");
    long start = System.nanoTime();

    startReplica();
    awaitDrained();

    double seconds = (System.nanoTime() - start) / 1e9;
    long wal =
        Long.parseLong(
            outbox.superuserText(
                "SELECT (pg_current_wal_insert_lsn() - '" + before + "'::pg_lsn)::bigint"));
    long fetches = metrics.find("outbox.fetch").timer().count();
    long settles = metrics.find("outbox.settle").timer().count();
    System.out.printf(
        "drain of %d events: %.2f s, %d bytes of WAL per event, %d fetches, %d settles, %d requests%n",
        EVENTS, seconds, wal / EVENTS, fetches, settles, broker.requestCount());
    System.out.println(
        outbox.superuserText(
            "SELECT string_agg(relname || ' upd ' || n_tup_upd, ', ') FROM pg_stat_user_tables WHERE schemaname = 'partners'"));

    assertThat(wal / EVENTS).isLessThanOrEqualTo(400);
    // A turn reads the bell at most once, settles at most once and fetches at most once.
    assertThat(fetches + settles).isLessThanOrEqualTo(3 * EVENTS / 1000);
    assertThat(
            outbox.number(
                "SELECT n_tup_upd FROM pg_stat_user_tables WHERE schemaname = 'partners' AND relname = 'outbox_event'"))
        .isZero();
    assertThat(broker.duplicates()).isZero();
    assertThat(broker.overlaps()).isEmpty();
    assertThat(broker.messages().stream().collect(Collectors.groupingBy(m -> m.getOrderingKey())))
        .hasSizeLessThanOrEqualTo(64);
  }
}
