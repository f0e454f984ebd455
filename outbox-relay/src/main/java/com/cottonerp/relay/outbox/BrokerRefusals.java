package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Counts an attempt of a refused event and, after the last attempt, fails the event.
 *
 * <p>Fenced: the statement changes nothing unless this replica still holds the lane's lease.
 */
public class BrokerRefusals {
  private static final int MAX_ERROR_LENGTH = 2000;

  // WHY discard_reason: a refused tombstone is retried for ever, and never fails again.
  private static final String REFUSE =
      """
      WITH mine AS MATERIALIZED (
        SELECT lane FROM outbox_lane
        WHERE lane = ? AND epoch = ? AND owner = ? AND leased_until > clock_timestamp() FOR SHARE)
      UPDATE outbox_pending p
      SET attempts = p.attempts + 1,
          last_error = ?,
          failed_at = CASE WHEN p.discard_reason IS NOT NULL THEN p.failed_at
                           WHEN p.attempts + 1 >= ? THEN clock_timestamp() END,
          next_attempt_at = CASE WHEN p.discard_reason IS NOT NULL OR p.attempts + 1 < ?
                                 THEN clock_timestamp() + ? * interval '1 millisecond' END
      FROM mine WHERE p.id = ? AND p.lane = mine.lane
      RETURNING p.failed_at IS NOT NULL AND p.discard_reason IS NULL
      """;

  /** The result for the event. */
  public enum Outcome {
    WILL_BE_RETRIED,
    FAILED,
    /** This replica lost the lane, or the row is gone: the new owner decides. */
    NOT_OURS
  }

  private final Connection connection;
  private final String replica;
  private final int maxAttempts;

  BrokerRefusals(Connection connection, String replica, int maxAttempts) {
    this.connection = connection;
    this.replica = replica;
    this.maxAttempts = maxAttempts;
  }

  public Outcome record(BrokerRefusal refusal, Duration retryAfter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REFUSE)) {
      statement.setInt(1, refusal.lane().number());
      statement.setLong(2, refusal.lane().epoch());
      statement.setString(3, replica);
      statement.setString(4, shortened(refusal.error()));
      statement.setInt(5, maxAttempts);
      statement.setInt(6, maxAttempts);
      statement.setLong(7, retryAfter.toMillis());
      statement.setLong(8, refusal.event().id());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Outcome.NOT_OURS;
        }
        return row.getBoolean(1) ? Outcome.FAILED : Outcome.WILL_BE_RETRIED;
      }
    }
  }

  private static String shortened(String error) {
    String text = error.replace('\0', ' ');
    return text.length() <= MAX_ERROR_LENGTH ? text : text.substring(0, MAX_ERROR_LENGTH);
  }
}
