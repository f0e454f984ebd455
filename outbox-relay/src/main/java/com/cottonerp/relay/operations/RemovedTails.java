package com.cottonerp.relay.operations;

import com.cottonerp.relay.replay.Tail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the ranges that a replay cannot publish completely, because retention has deleted some of
 * their events. An unpublished event does not count as missing.
 */
final class RemovedTails {
  private static final String FIND =
      """
      SELECT t.n
      FROM unnest(?::uuid[], ?::bigint[], ?::bigint[]) WITH ORDINALITY AS t (aggregate_id, first, last, n)
      LEFT JOIN outbox_head h ON h.aggregate_id = t.aggregate_id
      CROSS JOIN LATERAL (
        SELECT greatest(h.last_sequence, max(e.sequence)) AS known FROM outbox_event e
        WHERE e.aggregate_id = t.aggregate_id) a
      CROSS JOIN LATERAL (
        SELECT count(*) AS left_over FROM outbox_event e
        WHERE e.aggregate_id = t.aggregate_id AND e.sequence BETWEEN t.first AND t.last) log
      WHERE a.known IS NULL OR log.left_over < least(t.last, a.known) - t.first + 1
      ORDER BY t.n
      """;

  private RemovedTails() {}

  static List<Tail> find(Connection connection, List<Tail> tails) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, array(connection, "uuid", tails.stream().map(Tail::aggregateId)));
      statement.setArray(2, array(connection, "bigint", tails.stream().map(Tail::fromSequence)));
      statement.setArray(3, array(connection, "bigint", tails.stream().map(Tail::toSequence)));
      List<Tail> removed = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          removed.add(tails.get(row.getInt(1) - 1));
        }
      }
      return removed;
    }
  }

  private static java.sql.Array array(
      Connection connection, String type, java.util.stream.Stream<?> values) throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
