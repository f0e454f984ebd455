package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of one lane in the database.
 *
 * @param owner the replica with the lease; null when no lease is live
 * @param firstReady the lowest id that may be published now; 0 when there is none
 * @param firstReadySeconds the age of that event
 * @param failed events that wait for an operator
 * @param retrying events that wait for their next attempt
 */
public record LaneFacts(
    int lane, String owner, long firstReady, double firstReadySeconds, long failed, long retrying) {
  private static final String READ =
      """
      SELECT l.lane, CASE WHEN l.leased_until > now() THEN l.owner END,
             coalesce(first.id, 0), coalesce(extract(epoch FROM clock_timestamp() - e.occurred_at), 0),
             coalesce(w.failed, 0), coalesce(w.retrying, 0)
      FROM outbox_lane l
      CROSS JOIN LATERAL (
        SELECT min(id) AS id FROM (
          (SELECT c.id FROM outbox_pending c
           WHERE (c.lane, c.id) > (l.lane, 0::bigint) AND (c.lane, c.id) <= (l.lane, 9223372036854775807)
             AND c.blocked_by IS NULL
           ORDER BY c.lane, c.id LIMIT 1)
          UNION ALL
          (SELECT g.id FROM outbox_pending g WHERE g.lane = l.lane AND g.blocked_by = 0 ORDER BY g.id LIMIT 1)
          UNION ALL
          (SELECT r.id FROM outbox_pending r
           WHERE r.lane = l.lane AND r.next_attempt_at <= now() AND r.blocked_by = r.id
             AND (r.failed_at IS NULL OR r.discard_reason IS NOT NULL)
           ORDER BY r.next_attempt_at LIMIT 1)) ready) first
      LEFT JOIN outbox_event e ON e.id = first.id
      LEFT JOIN (
        SELECT lane, count(*) FILTER (WHERE failed_at IS NOT NULL AND discard_reason IS NULL) AS failed,
               count(*) FILTER (WHERE next_attempt_at > now()) AS retrying
        FROM outbox_pending WHERE next_attempt_at IS NOT NULL OR failed_at IS NOT NULL
        GROUP BY lane) w ON w.lane = l.lane
      ORDER BY l.lane
      """;

  /** Reads all lanes, by number. */
  public static List<LaneFacts> read(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ);
        ResultSet row = statement.executeQuery()) {
      List<LaneFacts> facts = new ArrayList<>();
      while (row.next()) {
        facts.add(
            new LaneFacts(
                row.getInt(1),
                row.getString(2),
                row.getLong(3),
                Math.max(0, row.getDouble(4)),
                row.getLong(5),
                row.getLong(6)));
      }
      return facts;
    }
  }
}
