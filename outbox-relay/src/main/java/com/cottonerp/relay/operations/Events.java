package com.cottonerp.relay.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads single events, and requeues or discards a failed event. */
final class Events {
  private static final String COLUMNS =
      """
      event_id, id, status, event_type, event_version, aggregate_type, aggregate_id, sequence, lane, occurred_at,
      attempts, next_attempt_at, last_error, failed_at, published_at, message_id, discard_reason, metadata
      """;

  // WHY the queue in the filter: pending events are found through the queue, not through the whole
  // log.
  private static final String LIST =
      "SELECT "
          + COLUMNS
          + """
          , NULL AS payload
          FROM outbox
          WHERE id > ?
            AND (?::text IS NULL OR status = ?::text)
            AND (?::uuid IS NULL OR aggregate_id = ?::uuid)
            AND (?::text IS NULL OR event_type = ?::text)
            %s
          ORDER BY id LIMIT ?
          """;

  private static final String ONLY_QUEUED = "AND id IN (SELECT id FROM outbox_pending)";
  private static final String ONLY_FAILED =
      "AND id IN (SELECT id FROM outbox_pending WHERE failed_at IS NOT NULL)";

  private static final String FIND =
      "SELECT " + COLUMNS + ", payload::text FROM outbox WHERE event_id = ?";

  private static final String REQUEUE =
      """
      UPDATE outbox_pending SET attempts = 0, failed_at = NULL, next_attempt_at = NULL
      WHERE id = (SELECT id FROM outbox_event WHERE event_id = ?)
        AND failed_at IS NOT NULL AND discard_reason IS NULL
      """;

  private static final String DISCARD =
      """
      UPDATE outbox_pending SET discard_reason = ?, attempts = 0, next_attempt_at = NULL
      WHERE id = (SELECT id FROM outbox_event WHERE event_id = ?)
        AND failed_at IS NOT NULL AND discard_reason IS NULL
      """;

  private Events() {}

  /**
   * Returns one event more than the limit, so that the caller sees whether there is a next page.
   */
  static List<EventView> list(Connection connection, EventFilter filter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(listSql(filter.status()))) {
      statement.setLong(1, filter.afterId());
      statement.setString(2, filter.status());
      statement.setString(3, filter.status());
      statement.setObject(4, filter.aggregate(), Types.OTHER);
      statement.setObject(5, filter.aggregate(), Types.OTHER);
      statement.setString(6, filter.type());
      statement.setString(7, filter.type());
      statement.setInt(8, filter.limit() + 1);
      List<EventView> events = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(read(row));
        }
      }
      return events;
    }
  }

  private static String listSql(String status) {
    if ("FAILED".equals(status)) {
      return LIST.formatted(ONLY_FAILED);
    }
    return LIST.formatted("PENDING".equals(status) ? ONLY_QUEUED : "");
  }

  static Optional<EventView> find(Connection connection, UUID eventId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, eventId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  static boolean requeue(Connection connection, UUID eventId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REQUEUE)) {
      statement.setObject(1, eventId);
      return statement.executeUpdate() == 1;
    }
  }

  static boolean discard(Connection connection, UUID eventId, String reason) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DISCARD)) {
      statement.setString(1, reason);
      statement.setObject(2, eventId);
      return statement.executeUpdate() == 1;
    }
  }

  private static EventView read(ResultSet row) throws SQLException {
    return new EventView(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getObject(7, UUID.class),
        row.getLong(8),
        row.getInt(9),
        instant(row, 10),
        new EventView.Delivery(
            row.getInt(11),
            instant(row, 12),
            row.getString(13),
            instant(row, 14),
            instant(row, 15),
            row.getString(16),
            row.getString(17)),
        row.getString(18),
        row.getString(19));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
