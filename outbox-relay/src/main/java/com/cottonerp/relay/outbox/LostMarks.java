package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Releases rows that wait for a row that is gone or does not wait. The queue's triggers make such
 * rows impossible; if a trigger fails all the same, no other code would find such a row. The next
 * fetch decides whether a released event may go.
 */
public final class LostMarks {
  private static final String RELEASE =
      """
      UPDATE outbox_pending SET blocked_by = 0
      WHERE id IN (
        SELECT f.id FROM outbox_pending f
        WHERE f.blocked_by > 0
          AND NOT EXISTS (
            SELECT FROM outbox_pending h WHERE h.id = f.blocked_by AND h.blocked_by IS NOT NULL
              AND (h.id <> f.id OR h.failed_at IS NOT NULL OR h.next_attempt_at IS NOT NULL))
        LIMIT 1000)
      """;

  private LostMarks() {}

  /** Releases the rows; returns their number. */
  public static int release(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(RELEASE);
    }
  }
}
