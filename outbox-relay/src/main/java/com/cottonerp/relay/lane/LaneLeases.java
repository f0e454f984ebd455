package com.cottonerp.relay.lane;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The leases in the database. Every statement is a short transaction and uses the database's clock
 * only. Not final: the simulation replaces the statements by a model.
 */
public class LaneLeases {
  private static final String BEAT =
      """
      INSERT INTO outbox_replica AS mine (owner, alive_until, working, changed_at)
      VALUES (?, now() + ? * interval '1 millisecond', ?, now())
      ON CONFLICT (owner) DO UPDATE
      SET alive_until = excluded.alive_until, working = excluded.working,
          changed_at = CASE WHEN mine.working = excluded.working THEN mine.changed_at ELSE now() END
      """;

  private static final String SILENT_BEAT =
      """
      INSERT INTO outbox_replica (owner, alive_until) VALUES (?, now() + ? * interval '1 millisecond')
      ON CONFLICT (owner) DO UPDATE SET alive_until = excluded.alive_until
      """;

  // WHY: the relay is upgraded before some contexts are migrated.
  private static final String CAN_TELL =
      """
      SELECT EXISTS (SELECT FROM pg_attribute
                     WHERE attrelid = 'outbox_replica'::regclass AND attname = 'changed_at')
      """;

  private static final String FORGET_REPLICAS =
      "DELETE FROM outbox_replica WHERE owner = ? OR alive_until < now() - interval '1 hour'";

  // WHY to_jsonb: a column that does not exist yet reads as unknown.
  private static final String SURVEY =
      """
      SELECT live.replicas, live.working, live.silent,
             (SELECT count(*) FROM outbox_lane
               WHERE leased_until < now() OR (owner = ? AND lane <> ALL (?)))
      FROM (SELECT count(*) AS replicas,
                   count(*) FILTER (WHERE r.owner <> ? AND to_jsonb(r) ->> 'working' = 'true') AS working,
                   count(*) FILTER (WHERE r.owner <> ? AND to_jsonb(r) ->> 'working' IS NULL) AS silent
            FROM outbox_replica r WHERE alive_until > now()) live
      """;

  // WHY own lanes too: after a lost connection the replica takes back lanes that it no longer
  // trusts.
  private static final String ACQUIRE =
      """
      WITH free AS MATERIALIZED (
        SELECT lane FROM outbox_lane
        WHERE leased_until < now() OR (owner = ? AND lane <> ALL (?))
        ORDER BY lane LIMIT ? FOR UPDATE SKIP LOCKED)
      UPDATE outbox_lane l
      SET owner = ?, epoch = l.epoch + 1, leased_until = now() + ? * interval '1 millisecond'
      FROM free WHERE l.lane = free.lane
      RETURNING l.lane, l.epoch
      """;

  // WHY an expired lease may be renewed: no other replica took it, or the epoch would differ.
  private static final String RENEW =
      """
      UPDATE outbox_lane l SET leased_until = now() + ? * interval '1 millisecond'
      FROM unnest(?::smallint[], ?::bigint[]) AS mine(lane, epoch)
      WHERE l.lane = mine.lane AND l.epoch = mine.epoch AND l.owner = ?
      RETURNING l.lane
      """;

  private static final String RELEASE =
      """
      UPDATE outbox_lane l SET owner = NULL, leased_until = '-infinity'
      FROM unnest(?::smallint[], ?::bigint[]) AS mine(lane, epoch)
      WHERE l.lane = mine.lane AND l.epoch = mine.epoch AND l.owner = ?
      """;

  private final Connection connection;
  private final String replica;
  private final long ttlMillis;
  private boolean canTell;

  public LaneLeases(Connection connection, String replica, Duration ttl) {
    this.connection = connection;
    this.replica = replica;
    this.ttlMillis = ttl.toMillis();
  }

  /**
   * The replicas and the free lanes, as one replica sees them.
   *
   * @param live all live replicas, this replica included
   * @param othersWorking other replicas that report a working broker
   * @param othersSilent other replicas that do not report: relays of an earlier version
   */
  record Survey(int live, int othersWorking, int othersSilent, int freeLanes) {}

  /** Reports this replica as alive for another ttl, and whether its broker works. */
  void beat(boolean working) throws SQLException {
    canTell = canTell || readCanTell();
    try (PreparedStatement statement = connection.prepareStatement(canTell ? BEAT : SILENT_BEAT)) {
      statement.setString(1, replica);
      statement.setLong(2, ttlMillis);
      if (canTell) {
        statement.setBoolean(3, working);
      }
      statement.executeUpdate();
    }
  }

  private boolean readCanTell() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CAN_TELL);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Removes this replica from the live replicas at once, so that the other replicas take more
   * lanes.
   */
  void sayGoodbye() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET_REPLICAS)) {
      statement.setString(1, replica);
      statement.executeUpdate();
    }
  }

  Survey survey(Collection<Lane> owned) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SURVEY)) {
      statement.setString(1, replica);
      statement.setArray(2, numbers(owned));
      statement.setString(3, replica);
      statement.setString(4, replica);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Survey(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
      }
    }
  }

  /** Leases up to {@code count} free lanes; returns the epoch of each lane. */
  Map<Integer, Long> acquire(int count, Collection<Lane> owned) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
      statement.setString(1, replica);
      statement.setArray(2, numbers(owned));
      statement.setInt(3, count);
      statement.setString(4, replica);
      statement.setLong(5, ttlMillis);
      Map<Integer, Long> epochs = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          epochs.put(rows.getInt(1), rows.getLong(2));
        }
      }
      return epochs;
    }
  }

  /** Renews the leases; returns the numbers of the lanes that this replica still owns. */
  Set<Integer> renew(Collection<Lane> owned) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
      statement.setLong(1, ttlMillis);
      statement.setArray(2, numbers(owned));
      statement.setArray(3, epochs(owned));
      statement.setString(4, replica);
      Set<Integer> renewed = new HashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          renewed.add(rows.getInt(1));
        }
      }
      return renewed;
    }
  }

  void release(Collection<Lane> lanes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setArray(1, numbers(lanes));
      statement.setArray(2, epochs(lanes));
      statement.setString(3, replica);
      statement.executeUpdate();
    }
  }

  private java.sql.Array numbers(Collection<Lane> lanes) throws SQLException {
    return connection.createArrayOf(
        "smallint", lanes.stream().map(lane -> (short) lane.number()).toArray());
  }

  private java.sql.Array epochs(Collection<Lane> lanes) throws SQLException {
    return connection.createArrayOf("bigint", lanes.stream().map(Lane::epoch).toArray());
  }
}
