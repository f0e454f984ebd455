package com.cottonerp.relay.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Puts past events into the queue again, in batches that are transactions of their own. Events that
 * wait in the queue already are not touched; a discarded event stays a tombstone.
 */
final class Replays {
  private static final int BATCH = 1_000;

  private static final String ENQUEUE =
      """
      WITH picked AS MATERIALIZED (
        SELECT e.id, e.lane, e.aggregate_id, octet_length(e.payload::text) AS bytes,
               CASE WHEN r.outcome = 'DISCARDED' THEN coalesce(r.reason, 'discarded') END AS discard_reason
        FROM outbox_event e JOIN outbox_receipt r ON r.id = e.id
        WHERE e.id > ?
          AND (?::uuid IS NULL OR e.aggregate_id = ?::uuid)
          AND (?::text IS NULL OR e.event_type = ?::text)
          AND (?::timestamptz IS NULL OR e.occurred_at >= ?::timestamptz)
          AND (?::timestamptz IS NULL OR e.occurred_at <= ?::timestamptz)
          AND (?::bigint IS NULL OR e.sequence >= ?::bigint)
          AND (?::bigint IS NULL OR e.sequence <= ?::bigint)
        ORDER BY e.id LIMIT ?),
      enqueued AS (
        INSERT INTO outbox_pending (id, lane, aggregate_id, bytes, discard_reason)
        SELECT id, lane, aggregate_id, bytes, discard_reason FROM picked
        ON CONFLICT (id) DO NOTHING RETURNING id)
      SELECT (SELECT count(*) FROM picked), (SELECT max(id) FROM picked), (SELECT count(*) FROM enqueued)
      """;

  private Replays() {}

  static long enqueue(Connection connection, ReplayRequest request) throws SQLException {
    long enqueued = 0;
    long after = 0;
    int picked;
    try (PreparedStatement statement = connection.prepareStatement(ENQUEUE)) {
      do {
        bind(statement, after, request);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          picked = row.getInt(1);
          after = row.getLong(2);
          enqueued += row.getLong(3);
        }
      } while (picked == BATCH);
    }
    return enqueued;
  }

  private static void bind(PreparedStatement statement, long after, ReplayRequest request)
      throws SQLException {
    statement.setLong(1, after);
    bindTwice(statement, 2, request.aggregateId(), Types.OTHER);
    bindTwice(statement, 4, request.type(), Types.VARCHAR);
    bindTwice(statement, 6, atUtc(request.fromTime()), Types.TIMESTAMP_WITH_TIMEZONE);
    bindTwice(statement, 8, atUtc(request.toTime()), Types.TIMESTAMP_WITH_TIMEZONE);
    bindTwice(statement, 10, request.fromSequence(), Types.BIGINT);
    bindTwice(statement, 12, request.toSequence(), Types.BIGINT);
    statement.setInt(14, BATCH);
  }

  private static void bindTwice(PreparedStatement statement, int at, Object value, int type)
      throws SQLException {
    statement.setObject(at, value, type);
    statement.setObject(at + 1, value, type);
  }

  private static OffsetDateTime atUtc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
