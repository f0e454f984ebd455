package com.cottonerp.relay.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Reads an event from a row with the columns id, lane, aggregate id, attempts, discard reason;
 * event id, aggregate type, sequence, event type, event version, time; traceparent, correlation id,
 * causation id; payload as text.
 */
public final class EventRow {
  private EventRow() {}

  public static PendingEvent read(ResultSet row) throws SQLException {
    return new PendingEvent(
        row.getLong(1),
        row.getInt(2),
        row.getObject(3, UUID.class),
        row.getInt(4),
        row.getString(5),
        new PendingEvent.Facts(
            row.getObject(6, UUID.class),
            row.getString(7),
            row.getLong(8),
            row.getString(9),
            row.getInt(10),
            row.getObject(11, OffsetDateTime.class).toInstant()),
        new PendingEvent.Trail(row.getString(12), row.getString(13), row.getString(14)),
        row.getBytes(15));
  }
}
