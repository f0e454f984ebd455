package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * Records the broker's acknowledgements: one statement for any number of events.
 *
 * <p>Not fenced: an acknowledgement stays true after the lease is lost, and recording the same
 * acknowledgement twice changes nothing.
 */
public class Settlements {
  private static final String SETTLE =
      """
      WITH acked AS MATERIALIZED (
        SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) AS a (id, outcome, message_id, reason)),
      dequeued AS (
        DELETE FROM outbox_pending p USING acked WHERE p.id = acked.id)
      INSERT INTO outbox_receipt (id, outcome, message_id, reason)
      SELECT id, outcome, message_id, reason FROM acked
      ON CONFLICT (id) DO NOTHING
      """;

  private final Connection connection;

  Settlements(Connection connection) {
    this.connection = connection;
  }

  public void settle(List<Settlement> acked) throws SQLException {
    // WHY sorted: two replicas that settle the same rows lock the rows in the same order.
    List<Settlement> rows = acked.stream().sorted(Comparator.comparing(Settlement::id)).toList();
    try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
      statement.setArray(1, array("bigint", rows.stream().map(Settlement::id).toArray()));
      statement.setArray(2, array("text", rows.stream().map(Settlement::outcome).toArray()));
      statement.setArray(3, array("text", rows.stream().map(Settlement::messageId).toArray()));
      statement.setArray(4, array("text", rows.stream().map(Settlement::discardReason).toArray()));
      statement.executeUpdate();
    }
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
