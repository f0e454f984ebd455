package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * How long the queue is, and how old. Never scans a long queue: beyond {@value #COUNTED} rows the
 * length is the planner's estimate.
 */
public final class QueueFigures {
  private static final int COUNTED = 10_000;

  private static final String MEASURE =
      """
      WITH mine AS MATERIALIZED (SELECT unnest(?::smallint[]) AS lane)
      SELECT
        (SELECT count(*) FROM (
           SELECT FROM mine JOIN outbox_pending p USING (lane) LIMIT ?) counted),
        (SELECT greatest(0, reltuples) FROM pg_class
          WHERE oid = to_regclass('outbox_pending')) * (SELECT count(*) FROM mine) / 64,
        (SELECT count(*) FROM outbox_pending p JOIN mine USING (lane)
          WHERE p.failed_at IS NOT NULL AND p.discard_reason IS NULL),
        (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(e.occurred_at)), 0)
           FROM mine
           CROSS JOIN LATERAL (
             SELECT p.id FROM outbox_pending p
             WHERE p.lane = mine.lane
               -- What failed, and what waits behind it, waits for an operator: outbox_failed tells.
               AND NOT EXISTS (
                 SELECT FROM outbox_pending stuck
                 WHERE stuck.aggregate_id = p.aggregate_id AND stuck.id <= p.id
                   AND stuck.failed_at IS NOT NULL AND stuck.discard_reason IS NULL)
             ORDER BY p.id LIMIT 1) head
           JOIN outbox_event e ON e.id = head.id)
      """;

  /** The queue of some lanes. */
  public record Figures(long pending, long failed, double oldestPendingSeconds) {
    public static final Figures NONE = new Figures(0, 0, 0);
  }

  private final Connection connection;

  public QueueFigures(Connection connection) {
    this.connection = connection;
  }

  public Figures measure(Set<Integer> lanes) throws SQLException {
    Object[] numbers = lanes.stream().map(Integer::shortValue).toArray();
    try (PreparedStatement statement = connection.prepareStatement(MEASURE)) {
      statement.setArray(1, connection.createArrayOf("smallint", numbers));
      statement.setInt(2, COUNTED);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long counted = row.getLong(1);
        long pending = counted < COUNTED ? counted : Math.max(counted, row.getLong(2));
        return new Figures(pending, row.getLong(3), Math.max(0, row.getDouble(4)));
      }
    }
  }
}
