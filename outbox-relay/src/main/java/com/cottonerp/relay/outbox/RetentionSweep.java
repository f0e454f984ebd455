package com.cottonerp.relay.outbox;

import com.cottonerp.relay.RelayConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Deletes published events that are older than the retention, in small transactions, on one replica
 * at a time. Never deletes an event that is pending or failed, or has no receipt.
 */
public final class RetentionSweep {
  // WHY by id and not by age: ids follow time closely, so the oldest receipts come first. The sweep
  // stops at the first batch without an old receipt, and needs no index on the time.
  private static final String SWEEP =
      """
      WITH oldest AS MATERIALIZED (
        SELECT id, settled_at FROM outbox_receipt WHERE id > ? ORDER BY id LIMIT ?),
      expired AS MATERIALIZED (
        SELECT o.id FROM oldest o
        WHERE o.settled_at < now() - ? * interval '1 millisecond'
          AND NOT EXISTS (SELECT FROM outbox_pending p WHERE p.id = o.id)),
      events AS (
        DELETE FROM outbox_event e USING expired x WHERE e.id = x.id),
      receipts AS (
        DELETE FROM outbox_receipt r USING expired x WHERE r.id = x.id)
      SELECT (SELECT count(*) FROM expired), (SELECT max(id) FROM oldest)
      """;

  private static final String LEAD =
      "SELECT pg_try_advisory_xact_lock(hashtext('outbox retention of ' || current_schema()))";

  // WHY a limit on the number too: a service may ask for a replay every few seconds.
  private static final String FORGET_REPLAYS =
      """
      DELETE FROM outbox_replay WHERE state <> 'RUNNING'
        AND (finished_at < now() - interval '7 days'
             OR id < (SELECT id FROM outbox_replay ORDER BY id DESC OFFSET 10000 LIMIT 1))
      """;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final RelayConfig.Source source;
  private final RelayConfig.Retention retention;

  public RetentionSweep(RelayConfig.Source source, RelayConfig.Retention retention) {
    this.source = source;
    this.retention = retention;
  }

  /** Returns the number of deleted events; 0 when another replica sweeps. */
  public int sweep() throws SQLException {
    try (Connection connection = OutboxSession.connect(source, "outbox-relay sweep", TIMEOUT)) {
      connection.setAutoCommit(false);
      int deleted = 0;
      long after = 0;
      Batch batch;
      do {
        batch = leads(connection) ? sweepBatch(connection, after) : Batch.NONE;
        connection.commit();
        deleted += batch.deleted();
        after = batch.lastId();
      } while (batch.deleted() > 0);
      forgetReplays(connection);
      return deleted;
    }
  }

  private record Batch(int deleted, long lastId) {
    static final Batch NONE = new Batch(0, 0);
  }

  private static boolean leads(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LEAD)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void forgetReplays(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(FORGET_REPLAYS);
    }
    connection.commit();
  }

  private Batch sweepBatch(Connection connection, long after) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SWEEP)) {
      statement.setLong(1, after);
      statement.setInt(2, retention.batch());
      statement.setLong(3, retention.keep().toMillis());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Batch(row.getInt(1), row.getLong(2));
      }
    }
  }
}
