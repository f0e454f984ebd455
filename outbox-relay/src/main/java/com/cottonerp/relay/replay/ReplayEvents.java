package com.cottonerp.relay.replay;

import com.cottonerp.relay.outbox.EventRow;
import com.cottonerp.relay.outbox.PendingEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the events of a replay in the order of the log, in pieces of bounded size. Reads only
 * events settled before the request for the replay: a replayed event is never its first arrival at
 * the broker, so a replay cannot break the order of first arrivals.
 */
final class ReplayEvents {
  /** Rows of the log that one statement reads, even when the filter selects few of them. */
  private static final int WINDOW = 20_000;

  private static final int MESSAGE_OVERHEAD_BYTES = 600;

  private static final String LOG =
      "(SELECT * FROM outbox_event WHERE id > ? AND id <= ? ORDER BY id LIMIT " + WINDOW + ") e";

  private static final String RANGES =
      """
      unnest(?::uuid[], ?::bigint[], ?::bigint[]) AS t (aggregate_id, first, last)
      JOIN outbox_event e
        ON e.aggregate_id = t.aggregate_id AND e.sequence >= t.first AND e.sequence <= t.last
           AND e.id > ? AND e.id <= ?""";

  private static final String SELECTED =
      """
      JOIN outbox_receipt r ON r.id = e.id
      WHERE r.settled_at <= ?
        AND (?::text IS NULL OR e.event_type = ?::text)
        AND (?::timestamptz IS NULL OR e.occurred_at >= ?::timestamptz)
        AND (?::timestamptz IS NULL OR e.occurred_at <= ?::timestamptz)
        AND (?::bigint IS NULL OR e.sequence >= ?::bigint)
        AND (?::bigint IS NULL OR e.sequence <= ?::bigint)
      """;

  private static final String BATCH =
      """
      SELECT id, lane, aggregate_id, 0, discard_reason,
             event_id, aggregate_type, sequence, event_type, event_version, occurred_at,
             metadata ->> 'traceparent', metadata ->> 'correlationId', metadata ->> 'causationId',
             text, selected
      FROM (
        SELECT m.*, sum(octet_length(text) + %1$d) OVER (ORDER BY id) - octet_length(text) - %1$d AS bytes_before,
               count(*) OVER () AS selected
        FROM (
          SELECT l.*, l.payload::text AS text
          FROM (
            SELECT e.*, CASE WHEN r.outcome = 'DISCARDED' THEN coalesce(r.reason, 'discarded') END AS discard_reason
            FROM %2$s
            %3$s
            ORDER BY e.id LIMIT ?) l) m) b
      WHERE bytes_before = 0 OR bytes_before + octet_length(text) + %1$d <= ?
      ORDER BY id
      """;

  private static final String COUNT = "SELECT count(*) FROM %s %s";

  private static final String WINDOW_END =
      """
      SELECT count(*), max(id) FROM (
        SELECT id FROM outbox_event WHERE id > ? AND id <= ? ORDER BY id LIMIT %d) w
      """
          .formatted(WINDOW);

  /**
   * A piece of the log.
   *
   * @param position the replay is done up to this id once these events are published
   * @param last whether the whole replay is done then
   */
  record Batch(List<PendingEvent> events, long position, boolean last) {}

  /** The part of the log after one id, up to another id, settled before a time. */
  record Part(long after, long upTo, OffsetDateTime settledBefore) {
    Part from(long position) {
      return new Part(position, upTo, settledBefore);
    }
  }

  private record WindowEnd(long rows, long lastId) {}

  private final Connection connection;
  private final ReplayFilter filter;

  ReplayEvents(Connection connection, ReplayFilter filter) {
    this.connection = connection;
    this.filter = filter;
  }

  /** Counts the events, in statements of bounded size. */
  long count(Part whole) throws SQLException {
    String sql = COUNT.formatted(filter.isByAggregate() ? RANGES : LOG, SELECTED);
    long counted = 0;
    Part part = whole;
    WindowEnd window;
    do {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bind(statement, part);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          counted += row.getLong(1);
        }
      }
      window = filter.isByAggregate() ? new WindowEnd(0, 0) : windowEnd(part);
      part = part.from(window.lastId());
    } while (window.rows() == WINDOW);
    return counted;
  }

  /** Returns the next events, limited by number and size, but at least one event if any is left. */
  Batch next(Part part, int most, long maxBytes) throws SQLException {
    String sql =
        BATCH.formatted(MESSAGE_OVERHEAD_BYTES, filter.isByAggregate() ? RANGES : LOG, SELECTED);
    List<PendingEvent> events = new ArrayList<>();
    long selected = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = bind(statement, part);
      statement.setInt(at, most);
      statement.setLong(at + 1, maxBytes);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(EventRow.read(row));
          selected = row.getLong(16);
        }
      }
    }
    if (selected == most || events.size() < selected) {
      return new Batch(events, events.get(events.size() - 1).id(), false);
    }
    if (filter.isByAggregate()) {
      return new Batch(events, part.upTo(), true);
    }
    WindowEnd window = windowEnd(part);
    boolean last = window.rows() < WINDOW;
    return new Batch(events, last ? part.upTo() : window.lastId(), last);
  }

  private WindowEnd windowEnd(Part part) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WINDOW_END)) {
      statement.setLong(1, part.after());
      statement.setLong(2, part.upTo());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new WindowEnd(row.getLong(1), row.getLong(2));
      }
    }
  }

  /** Binds the part; returns the index of the next parameter. */
  private int bind(PreparedStatement statement, Part part) throws SQLException {
    int at = 1;
    if (filter.isByAggregate()) {
      List<Tail> ranges = filter.ranges();
      statement.setArray(at++, array("uuid", ranges.stream().map(Tail::aggregateId).toArray()));
      statement.setArray(at++, array("bigint", ranges.stream().map(Tail::fromSequence).toArray()));
      statement.setArray(at++, array("bigint", ranges.stream().map(Tail::toSequence).toArray()));
    }
    statement.setLong(at++, part.after());
    statement.setLong(at++, part.upTo());
    statement.setObject(at++, part.settledBefore());
    at = bindTwice(statement, at, filter.type(), Types.VARCHAR);
    at = bindTwice(statement, at, filter.notBefore(), Types.TIMESTAMP_WITH_TIMEZONE);
    at = bindTwice(statement, at, filter.notAfter(), Types.TIMESTAMP_WITH_TIMEZONE);
    at = bindTwice(statement, at, filter.fromSequence(), Types.BIGINT);
    return bindTwice(statement, at, filter.toSequence(), Types.BIGINT);
  }

  private static int bindTwice(PreparedStatement statement, int at, Object value, int type)
      throws SQLException {
    statement.setObject(at, value, type);
    statement.setObject(at + 1, value, type);
    return at + 2;
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
