package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Removes rows of the queue whose event is not in the log: with nothing to publish, such a row
 * would stay for ever. Never removes a row whose event is in the log, even if the caller asks for
 * that row.
 *
 * <p>No current code makes orphans, because replays no longer use the queue. A relay of an earlier
 * version makes orphans when the relay replays events that a sweep is deleting.
 */
public class Orphans {
  private static final String REMOVE =
      """
      DELETE FROM outbox_pending p
      WHERE p.id = ANY (?) AND NOT EXISTS (SELECT FROM outbox_event e WHERE e.id = p.id)
      """;

  private final Connection connection;

  Orphans(Connection connection) {
    this.connection = connection;
  }

  /** Removes the rows; returns the number of removed rows. */
  public int remove(List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      return statement.executeUpdate();
    }
  }
}
