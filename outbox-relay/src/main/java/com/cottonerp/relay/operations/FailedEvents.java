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
 * Requeues or discards the failed events that a filter selects, the oldest first. A call changes
 * all selected events or none.
 */
final class FailedEvents {
  /** The limit of one statement, so that the statement ends well before the request's timeout. */
  static final int MOST_PER_CALL = 10_000;

  private static final String SELECTED =
      """
      FROM outbox_pending p JOIN outbox_event e ON e.id = p.id
      WHERE p.failed_at IS NOT NULL AND p.discard_reason IS NULL
        AND (?::text IS NULL OR e.event_type = ?::text)
        AND (?::uuid IS NULL OR p.aggregate_id = ?::uuid)
        AND (?::text IS NULL OR strpos(lower(p.last_error), lower(?::text)) > 0)
        AND (?::timestamptz IS NULL OR p.failed_at >= ?::timestamptz)
        AND (?::timestamptz IS NULL OR p.failed_at < ?::timestamptz)
      """;

  private static final String CHANGE =
      "WITH picked AS MATERIALIZED (SELECT p.id "
          + SELECTED
          + " ORDER BY p.id LIMIT "
          + MOST_PER_CALL
          + " FOR UPDATE OF p) UPDATE outbox_pending f SET attempts = 0, next_attempt_at = NULL, %s"
          + " FROM picked WHERE f.id = picked.id";

  private static final String REQUEUE = CHANGE.formatted("failed_at = NULL");
  private static final String DISCARD = CHANGE.formatted("discard_reason = ?");
  private static final String REMAINING = "SELECT count(*) " + SELECTED;

  private FailedEvents() {}

  /** Requeues the events, with all their attempts. */
  static BulkResult requeue(Connection connection, FailedEventFilter filter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REQUEUE)) {
      bind(statement, filter);
      return new BulkResult(statement.executeUpdate(), remaining(connection, filter));
    }
  }

  /** Discards the events: a tombstone takes the place of each event. */
  static BulkResult discard(Connection connection, FailedEventFilter filter, String reason)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DISCARD)) {
      statement.setString(bind(statement, filter), reason);
      return new BulkResult(statement.executeUpdate(), remaining(connection, filter));
    }
  }

  private static long remaining(Connection connection, FailedEventFilter filter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMAINING)) {
      bind(statement, filter);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Binds the filter; returns the index of the next parameter. */
  private static int bind(PreparedStatement statement, FailedEventFilter filter)
      throws SQLException {
    bindTwice(statement, 1, filter.type(), Types.VARCHAR);
    bindTwice(statement, 3, filter.aggregateId(), Types.OTHER);
    bindTwice(statement, 5, filter.errorContains(), Types.VARCHAR);
    bindTwice(statement, 7, atUtc(filter.failedAfter()), Types.TIMESTAMP_WITH_TIMEZONE);
    bindTwice(statement, 9, atUtc(filter.failedBefore()), Types.TIMESTAMP_WITH_TIMEZONE);
    return 11;
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
