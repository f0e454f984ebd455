package com.cottonerp.relay.outbox;

import com.cottonerp.relay.lane.Lane;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the queue. */
public final class PendingEvents {
  /**
   * What a fetch found.
   *
   * @param orphans ids in the queue whose events are not in the log; they count towards the quotas
   */
  public record Fetched(List<PendingEvent> events, List<Orphan> orphans) {}

  /** A row of the queue without an event. */
  public record Orphan(long id, int lane) {}

  /** Attributes and framing of a message, roughly; the queue knows the size of the payload only. */
  private static final int MESSAGE_OVERHEAD_BYTES = 600;

  /**
   * The next events of some lanes, each up to its quota, in id order, up to a number of bytes (at
   * least one event).
   *
   * <p>WHY NOT EXISTS: an event waits while an earlier event of its aggregate has failed or waits
   * for its retry. The rows that make others wait are few and have an index of their own.
   *
   * <p>WHY a lane is asked for as a range and in the order of lane and id: the primary key cannot
   * give that order, so no plan walks it and filters by lane, however empty the queue looked.
   */
  private static final String FETCH =
      """
      SELECT p.id, p.lane, p.aggregate_id, p.attempts, p.discard_reason,
             e.event_id, e.aggregate_type, e.sequence, e.event_type, e.event_version, e.occurred_at,
             e.metadata ->> 'traceparent', e.metadata ->> 'correlationId', e.metadata ->> 'causationId',
             e.payload::text
      FROM (
        SELECT q.*, sum(q.bytes + ?) OVER (ORDER BY q.id) - q.bytes - ? AS bytes_before
        FROM unnest(?::smallint[], ?::integer[]) AS free (lane, quota)
        CROSS JOIN LATERAL (
          SELECT c.id, c.lane, c.aggregate_id, c.bytes, c.attempts, c.discard_reason
          FROM outbox_pending c
          WHERE (c.lane, c.id) > (free.lane, 0::bigint)
            AND (c.lane, c.id) <= (free.lane, 9223372036854775807)
            AND NOT EXISTS (
              SELECT FROM outbox_pending w
              WHERE w.aggregate_id = c.aggregate_id AND w.id <= c.id
                AND (w.next_attempt_at IS NOT NULL OR w.failed_at IS NOT NULL)
                AND ((w.failed_at IS NOT NULL AND w.discard_reason IS NULL)
                     OR w.next_attempt_at > now()))
          ORDER BY c.lane, c.id LIMIT free.quota) q
      ) p
      LEFT JOIN outbox_event e ON e.id = p.id
      WHERE p.bytes_before = 0 OR p.bytes_before + p.bytes + ? <= ?
      ORDER BY p.id
      """;

  private static final String RING = "SELECT last_value FROM outbox_event_id_seq";

  private final Connection connection;

  PendingEvents(Connection connection) {
    this.connection = connection;
  }

  /** The doorbell: a number that changes whenever an event is appended, even before its commit. */
  public long ring() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RING);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  public Fetched fetch(Map<Lane, Integer> quotas, long maxBytes) throws SQLException {
    Object[] lanes = quotas.keySet().stream().map(lane -> (short) lane.number()).toArray();
    Object[] counts = quotas.values().toArray();
    try (PreparedStatement statement = connection.prepareStatement(FETCH)) {
      statement.setInt(1, MESSAGE_OVERHEAD_BYTES);
      statement.setInt(2, MESSAGE_OVERHEAD_BYTES);
      statement.setArray(3, connection.createArrayOf("smallint", lanes));
      statement.setArray(4, connection.createArrayOf("integer", counts));
      statement.setInt(5, MESSAGE_OVERHEAD_BYTES);
      statement.setLong(6, maxBytes);
      List<PendingEvent> events = new ArrayList<>();
      List<Orphan> orphans = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (row.getObject(6) == null) {
            orphans.add(new Orphan(row.getLong(1), row.getInt(2)));
          } else {
            events.add(EventRow.read(row));
          }
        }
      }
      return new Fetched(events, orphans);
    }
  }
}
