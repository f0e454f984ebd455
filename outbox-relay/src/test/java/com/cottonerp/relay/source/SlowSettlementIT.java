package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowSettlementIT extends RelayHarness {
  @AfterEach
  void settleAtFullSpeedAgain() {
    outbox.run(
        "DROP TRIGGER IF EXISTS slow_disk ON outbox_receipt; DROP FUNCTION IF EXISTS slow_disk");
  }

  private static void slowDown(double seconds) {
    outbox.run(
        """
        CREATE FUNCTION slow_disk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(%s); RETURN NULL; END $$;
        CREATE TRIGGER slow_disk BEFORE INSERT ON outbox_receipt FOR EACH STATEMENT EXECUTE FUNCTION slow_disk();
        GRANT EXECUTE ON FUNCTION slow_disk TO outbox_relay"""
            .formatted(seconds));
  }

  @Test
  void G7_a_replica_whose_settlement_fails_while_it_stops_settles_before_it_leaves() {
    config.set("lease.statement-timeout", "1s");
    RelaySource leaver = startReplica();
    awaitLanes(leaver, 64);
    slowDown(3);
    outbox.append(UUID.randomUUID(), 20);
    await().atMost(PATIENCE).until(() -> broker.messageCount() == 20);

    leaver.beginStop();
    await().atMost(PATIENCE).until(() -> metric("relay.database.lost") == 1);
    settleAtFullSpeedAgain();
    leaver.stop();

    assertThat(outbox.pending()).as("what the next owner would publish again").isZero();
  }

  @Test
  void leases_are_renewed_in_time_while_a_pile_of_acknowledgements_is_settled_slowly() {
    config
        .set("lease.ttl", "4s")
        .set("lease.renew", "500ms")
        .set("lease.margin", "300ms")
        .set("lease.statement-timeout", "2s");
    slowDown(1.2);
    outbox.appendInterleaved(500, 100);
    // Lanes with a backlog get large fetches first; then many answers come at once.
    broker.behave(
        request ->
            broker.messageCount() < 20_000
                ? Reaction.accept()
                : Reaction.acceptAfter(Duration.ofSeconds(3)));
    startReplica();
    awaitLanes(replicas.get(0), 64);
    long[] expired = {0};

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              expired[0] +=
                  outbox.number(
                      "SELECT count(*) FROM outbox_lane WHERE leased_until < clock_timestamp()");
              return outbox.pending() == 0;
            });

    assertThat(expired[0]).isZero();
    assertThat(metric("relay.database.lost")).isZero();
    assertThat(broker.duplicates()).isZero();
  }
}
