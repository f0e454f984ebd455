package com.cottonerp.relay.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives the next turn to the running replay that has waited longest, on one replica at a time, by
 * the database's clock. So a small replay does not wait for the end of a big replay, and another
 * replica continues the replay of a crashed replica.
 */
final class ReplayTurns {
  private static final String TAKE =
      """
      WITH next AS MATERIALIZED (
        SELECT id FROM outbox_replay
        WHERE state = 'RUNNING' AND leased_until < now() AND next_turn_at <= now()
        ORDER BY last_turn_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      UPDATE outbox_replay r
      SET owner = ?, epoch = r.epoch + 1, leased_until = now() + ? * interval '1 millisecond',
          last_turn_at = clock_timestamp()
      FROM next WHERE r.id = next.id
      RETURNING r.id, r.epoch, r.filter::text, r.rate, r.position, r.up_to, r.created_at
      """;

  // WHY only its own epoch: when a turn outlasts its lease, another replica takes the turn, and
  // that turn counts.
  private static final String END =
      """
      UPDATE outbox_replay
      SET position = ?, published = published + ?, refused = refused + ?,
          last_error = coalesce(?, last_error),
          leased_until = '-infinity', next_turn_at = now() + ? * interval '1 millisecond',
          state = CASE WHEN state = 'RUNNING' AND ? THEN 'FINISHED' ELSE state END,
          finished_at = CASE WHEN state = 'RUNNING' AND ? THEN clock_timestamp() ELSE finished_at END
      WHERE id = ? AND epoch = ? AND owner = ?
      """;

  /** One turn of one replay. */
  record Turn(UUID id, long epoch, ReplayFilter filter, Integer rate, ReplayEvents.Part left) {}

  /**
   * The result of a turn.
   *
   * @param position the replay is done up to this id of the log
   * @param error of refused or failed events, else null
   * @param pause the time until the next turn
   */
  record Progress(
      long position, long published, long refused, String error, Duration pause, boolean last) {}

  private final Connection connection;
  private final String replica;

  ReplayTurns(Connection connection, String replica) {
    this.connection = connection;
    this.replica = replica;
  }

  Optional<Turn> take(Duration lease) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, replica);
      statement.setLong(2, lease.toMillis());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Turn(
                row.getObject(1, UUID.class),
                row.getLong(2),
                ReplayFilter.parse(row.getString(3)),
                row.getObject(4, Integer.class),
                new ReplayEvents.Part(
                    row.getLong(5), row.getLong(6), row.getObject(7, OffsetDateTime.class))));
      }
    }
  }

  void end(Turn turn, Progress progress) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(END)) {
      statement.setLong(1, progress.position());
      statement.setLong(2, progress.published());
      statement.setLong(3, progress.refused());
      statement.setString(4, progress.error());
      statement.setLong(5, progress.pause().toMillis());
      statement.setBoolean(6, progress.last());
      statement.setBoolean(7, progress.last());
      statement.setObject(8, turn.id());
      statement.setLong(9, turn.epoch());
      statement.setString(10, replica);
      statement.executeUpdate();
    }
  }
}
