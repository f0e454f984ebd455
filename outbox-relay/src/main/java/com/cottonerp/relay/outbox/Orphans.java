package com.cottonerp.relay.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Removes rows of the queue whose event is not in the log: there is nothing to publish, so they
 * would stay for ever. Never a row whose event is there, whatever the caller believes.
 *
 * <p>Nothing makes them since replays no longer go through the queue; a relay of an earlier version
 * does, when it replays events that a sweep is deleting.
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

  /** Returns how many were removed. */
  public int remove(List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      return statement.executeUpdate();
    }
  }
}
