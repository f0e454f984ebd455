package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.RetentionSweep;
import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import io.grpc.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetentionIT extends RelayHarness {
  @Test
  void only_old_published_events_are_deleted_never_a_pending_or_failed_one() throws SQLException {
    UUID failing = UUID.randomUUID();
    outbox.append(failing, 1, "{\"text\": \"poison\"}", "{}");
    outbox.append(failing, 1);
    broker.behave(
        request ->
            request.getMessagesList().stream()
                    .anyMatch(message -> message.getData().toStringUtf8().contains("poison"))
                ? Reaction.refuse(Status.Code.INVALID_ARGUMENT)
                : Reaction.accept());
    outbox.appendInterleaved(25, 100);
    RelaySource replica = startReplica();
    await().atMost(PATIENCE).until(() -> outbox.count("PUBLISHED") == 2500);
    await().atMost(PATIENCE).until(() -> outbox.count("FAILED") == 1);
    replica.stop();
    outbox.run("UPDATE outbox_receipt SET settled_at = now() - interval '40 days'");
    outbox.run(
        "INSERT INTO outbox_pending (id, lane, aggregate_id, bytes) SELECT id, lane, aggregate_id, 1 FROM outbox_event e JOIN outbox_receipt r USING (id) ORDER BY id DESC LIMIT 1");
    outbox.run(
        "UPDATE outbox_receipt SET settled_at = now() WHERE id = (SELECT max(id) - 1 FROM outbox_receipt)");

    int deleted = sweep();

    assertThat(deleted).isEqualTo(2498);
    assertThat(outbox.number("SELECT count(*) FROM outbox_event")).isEqualTo(4);
    assertThat(outbox.number("SELECT count(*) FROM outbox_receipt")).isEqualTo(2);
    assertThat(outbox.count("FAILED")).isEqualTo(1);
    assertThat(sweep()).isZero();
  }

  @Test
  void one_replica_sweeps_at_a_time() throws SQLException {
    outbox.append(UUID.randomUUID(), 1);
    startReplica();
    awaitDrained();
    outbox.run("UPDATE outbox_receipt SET settled_at = now() - interval '40 days'");
    try (Connection other = outbox.owner().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('outbox retention of partners'))");

      assertThat(sweep()).isZero();
      other.rollback();
    }
    assertThat(sweep()).isEqualTo(1);
  }

  private int sweep() throws SQLException {
    RelayConfig settings = config.build();
    return new RetentionSweep(settings.sources().get("partners"), settings.retention()).sweep();
  }
}
