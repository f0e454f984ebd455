package com.cottonerp.relay.outbox;

import com.cottonerp.relay.Lanes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * The length and the age of the queue. Never scans a long queue: beyond {@value #COUNTED} rows the
 * length is the planner's estimate. Replays are not in the queue, and do not change these figures.
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
          WHERE oid = to_regclass('outbox_pending')) * (SELECT count(*) FROM mine) / %d,
        (SELECT count(*) FROM outbox_pending p JOIN mine USING (lane)
          WHERE p.blocked_by > 0 AND p.failed_at IS NOT NULL AND p.discard_reason IS NULL),
        (SELECT count(*) FROM outbox_pending p JOIN mine USING (lane)
          WHERE p.blocked_by > 0 AND p.blocked_by <> p.id),
        (SELECT count(*) FROM (SELECT id FROM outbox_pending ORDER BY id LIMIT 1000) p
          WHERE NOT EXISTS (SELECT FROM outbox_event e WHERE e.id = p.id)),
        (SELECT coalesce(sum(greatest(0, matched - published - refused)), 0)
           FROM outbox_replay WHERE state = 'RUNNING')
      """
          .formatted(Lanes.COUNT);

  /**
   * The queue of some lanes.
   *
   * @param failed events that wait for an operator
   * @param blocked events that wait behind another event of their aggregate
   * @param orphans rows without an event, among the thousand oldest rows of all lanes
   * @param replaysLeft events that running replays still have to publish, of all lanes
   */
  public record Figures(long pending, long failed, long blocked, long orphans, long replaysLeft) {
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
  }

  private QueueFigures() {}

  public static Figures measure(Connection connection, Set<Integer> lanes) throws SQLException {
    Object[] numbers = lanes.stream().map(Integer::shortValue).toArray();
    try (PreparedStatement statement = connection.prepareStatement(MEASURE)) {
      statement.setArray(1, connection.createArrayOf("smallint", numbers));
      statement.setInt(2, COUNTED);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long counted = row.getLong(1);
        long pending = counted < COUNTED ? counted : Math.max(counted, row.getLong(2));
        return new Figures(pending, row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
      }
    }
  }
}
