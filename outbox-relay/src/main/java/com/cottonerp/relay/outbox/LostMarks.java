package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Releases rows that wait for one that is not there or does not wait. The triggers of the queue
 * make that impossible; if it happens all the same, nothing else would ever look at such a row.
 * Whether it may go is decided when it is fetched.
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

  /** Returns how many there were. */
  public static int release(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(RELEASE);
    }
  }
}
