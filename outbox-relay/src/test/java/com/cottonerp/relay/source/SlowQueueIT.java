package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlowQueueIT extends RelayHarness {
  @Test
  void a_fetch_that_runs_into_its_timeout_costs_neither_the_session_nor_a_lane()
      throws SQLException {
    config
        .set("lease.ttl", "5s")
        .set("lease.renew", "500ms")
        .set("lease.margin", "300ms")
        .set("lease.statement-timeout", "1s");
    RelaySource replica = startReplica();
    awaitLanes(replica, 64);
    outbox.append(UUID.randomUUID(), 1);
    awaitDrained();
    String epochs =
        outbox.text("SELECT string_agg(epoch::text, ',' ORDER BY lane) FROM outbox_lane");
    try (Connection other = outbox.owner().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE outbox_pending IN ACCESS EXCLUSIVE MODE");
      await().atMost(PATIENCE).until(() -> metric("outbox.fetch.timeouts") >= 2);
      other.rollback();
    }

    outbox.append(UUID.randomUUID(), 1);
    awaitDrained();

    assertThat(metric("relay.database.lost")).isZero();
    assertThat(outbox.text("SELECT string_agg(epoch::text, ',' ORDER BY lane) FROM outbox_lane"))
        .isEqualTo(epochs);
  }
}
