package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Fills the heads of events that were published before heads existed, in batches, from any replica.
 * A crash loses nothing: a batch and its position commit together.
 */
public final class HeadFill {
  private static final int BATCH = 5_000;

  private static final String FILL =
      """
      WITH turn AS MATERIALIZED (
        SELECT position FROM outbox_head_fill WHERE NOT done FOR UPDATE SKIP LOCKED),
      batch AS MATERIALIZED (
        SELECT r.id FROM turn CROSS JOIN LATERAL (
          SELECT id FROM outbox_receipt WHERE id > turn.position ORDER BY id LIMIT ?) r),
      heads AS (
        INSERT INTO outbox_head AS head (aggregate_id, lane, last_sequence)
        SELECT e.aggregate_id, min(e.lane), max(e.sequence)
        FROM batch b JOIN outbox_event e ON e.id = b.id
        GROUP BY e.aggregate_id ORDER BY e.aggregate_id
        ON CONFLICT (aggregate_id) DO UPDATE SET last_sequence = excluded.last_sequence
        WHERE head.last_sequence < excluded.last_sequence)
      UPDATE outbox_head_fill f
      SET position = coalesce((SELECT max(id) FROM batch), f.position),
          done = NOT EXISTS (SELECT FROM batch)
      FROM turn WHERE NOT f.done
      RETURNING f.done
      """;

  private static final String IS_DONE =
      "SELECT coalesce(bool_and(done), true) FROM outbox_head_fill";

  private HeadFill() {}

  /** Fills one batch. Returns whether the fill is complete. */
  public static boolean fill(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FILL)) {
      statement.setInt(1, BATCH);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          return row.getBoolean(1);
        }
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(IS_DONE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
