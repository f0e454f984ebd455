package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads how far each aggregate is published, so that a subscriber can find its missing events. One
 * row per aggregate, independent of the number of events; the rows stay when retention deletes the
 * events.
 *
 * <p>CONTRACT: the digest of a lane is the XOR, over its aggregates, of the first 16 hexadecimal
 * digits of {@code md5(aggregateId + ':' + lastSequence)}, with the id in lower case; written as 16
 * lower-case digits. The digest of the outbox is the XOR of its lanes. Subscribers calculate the
 * same digests.
 */
final class Heads {
  private static final String IS_FILLED = "SELECT bool_and(done) FROM outbox_head_fill";

  private static final String DIGEST =
      """
      WITH lanes AS (
        SELECT lane, sum(last_sequence)::bigint AS events, count(*) AS aggregates,
               bit_xor(('x' || left(md5(aggregate_id::text || ':' || last_sequence), 16))::bit(64)::bigint) AS digest
        FROM outbox_head GROUP BY lane)
      SELECT n, coalesce(l.events, 0), coalesce(l.aggregates, 0), coalesce(l.digest, 0)
      FROM generate_series(0, 63) n LEFT JOIN lanes l ON l.lane = n
      ORDER BY n
      """;

  private static final String SEQUENCES =
      """
      SELECT aggregate_id, last_sequence FROM outbox_head
      WHERE lane = ? AND aggregate_id > ? ORDER BY lane, aggregate_id LIMIT ?
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** The published events of one lane. */
  record LaneDigest(int lane, long events, long aggregates, String digest) {}

  /** The published events of one outbox. */
  record Digest(
      String source, long events, long aggregates, String digest, List<LaneDigest> lanes) {}

  /** How far one aggregate is published. */
  record Head(UUID aggregateId, long lastSequence) {}

  /** One page of heads, by aggregate id. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Sequences(List<Head> items, @Nullable UUID next) {}

  private Heads() {}

  static Digest digest(Connection connection, String source) throws SQLException {
    refuseUntilFilled(connection, source);
    List<LaneDigest> lanes = new ArrayList<>();
    long events = 0;
    long aggregates = 0;
    long digest = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DIGEST)) {
      while (row.next()) {
        lanes.add(
            new LaneDigest(row.getInt(1), row.getLong(2), row.getLong(3), hex(row.getLong(4))));
        events += row.getLong(2);
        aggregates += row.getLong(3);
        digest ^= row.getLong(4);
      }
    }
    return new Digest(source, events, aggregates, hex(digest), lanes);
  }

  static Sequences sequences(Connection connection, String source, int lane, UUID after, int limit)
      throws SQLException {
    refuseUntilFilled(connection, source);
    try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
      statement.setInt(1, lane);
      statement.setObject(2, after == null ? BEFORE_ALL : after);
      statement.setInt(3, limit + 1);
      List<Head> heads = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          heads.add(new Head(row.getObject(1, UUID.class), row.getLong(2)));
        }
      }
      List<Head> shown = heads.size() > limit ? heads.subList(0, limit) : heads;
      UUID next = heads.size() > limit ? shown.get(limit - 1).aggregateId() : null;
      return new Sequences(shown, next);
    }
  }

  /** WHY: an answer without the heads of old events would look like lost events. */
  private static void refuseUntilFilled(Connection connection, String source) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(IS_FILLED)) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new HeadsNotFilled(source).refused();
      }
    }
  }

  private static String hex(long digest) {
    return "%016x".formatted(digest);
  }
}
