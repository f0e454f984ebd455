package com.cottonerp.eventing.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** How far each projection is with each aggregate; always in the caller's transaction. */
@ApplicationScoped
class Cursors {
  // The lock is shared with other applies and excludes rebuilds. Rows are locked in one order; a
  // row
  // that was moved or deleted meanwhile is read again, or not at all.
  private static final String LOCK =
      """
      WITH shared AS MATERIALIZED (
        SELECT count(CAST(pg_advisory_xact_lock_shared(inbox_lock_key(name)) AS text)) AS locks
        FROM (SELECT name FROM json_array_elements_text(CAST(CAST(:projections AS text) AS json)) AS name ORDER BY name) AS names)
      SELECT cursor.projection, cursor.aggregate_id, cursor.last_sequence, cursor.recent_sequence,
             encode(cursor.recent, 'hex')
      FROM inbox_cursor cursor
      JOIN json_to_recordset(CAST(CAST(:keys AS text) AS json)) AS wanted (projection text, aggregate uuid)
        ON cursor.projection = wanted.projection AND cursor.aggregate_id = wanted.aggregate
      WHERE (SELECT locks FROM shared) > 0
      ORDER BY cursor.projection, cursor.aggregate_id
      FOR UPDATE OF cursor
      """;

  private static final String MOVE =
      """
      WITH moved AS MATERIALIZED (
        SELECT projection, aggregate, was, last, decode(recent, 'hex') AS recent
        FROM json_to_recordset(CAST(CAST(:moves AS text) AS json)) AS move (projection text, aggregate uuid, was bigint, last bigint, recent text)),
      started AS (
        INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence, recent_sequence, recent)
        SELECT projection, aggregate, last, last, recent FROM moved WHERE was = 0 ORDER BY projection, aggregate
        ON CONFLICT (projection, aggregate_id) DO NOTHING
        RETURNING projection, aggregate_id),
      advanced AS (
        UPDATE inbox_cursor AS cursor SET last_sequence = last, recent_sequence = last, recent = moved.recent
        FROM moved
        WHERE moved.was > 0 AND cursor.projection = moved.projection AND cursor.aggregate_id = moved.aggregate
          AND cursor.last_sequence = moved.was
        RETURNING cursor.projection, cursor.aggregate_id)
      SELECT done.projection, done.aggregate_id,
             EXISTS (SELECT FROM inbox_parked parked
                     WHERE parked.projection = done.projection AND parked.aggregate_id = done.aggregate_id)
      FROM (SELECT * FROM started UNION ALL SELECT * FROM advanced) AS done
      """;

  private static final String LAST =
      """
      SELECT coalesce(max(last_sequence), 0) FROM inbox_cursor
      WHERE projection = :projection AND aggregate_id = :aggregate
      """;

  /** Whose cursor. */
  record Key(String projection, UUID aggregateId) {}

  /** Somebody else moved a cursor first: begin again. */
  static final class MovedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MovedMeanwhileException() {
      super("A cursor was moved by another delivery of the same aggregate");
    }
  }

  private final SqlJson json;

  Cursors(SqlJson json) {
    this.json = json;
  }

  /**
   * Reads cursors and holds them until the transaction ends. Waits for a rebuild of one of the
   * projections.
   */
  Uni<Map<Key, Cursor>> lock(
      Session session, Collection<String> projections, Collection<Key> keys) {
    List<Map<String, Object>> wanted =
        keys.stream()
            .map(
                key ->
                    Map.<String, Object>of(
                        "projection", key.projection(), "aggregate", key.aggregateId()))
            .toList();
    return session
        .createNativeQuery(LOCK, Tuple.class)
        .setParameter("projections", json.write(projections))
        .setParameter("keys", json.write(wanted))
        .getResultList()
        .map(Cursors::read);
  }

  private static Map<Key, Cursor> read(List<Tuple> rows) {
    Map<Key, Cursor> cursors = new HashMap<>();
    for (Tuple row : rows) {
      long last = ((Number) row.get(2)).longValue();
      RecentIds recent =
          row.get(3) == null || row.get(4) == null
              ? RecentIds.NONE
              : new RecentIds(
                  ((Number) row.get(3)).longValue(), HexFormat.of().parseHex((String) row.get(4)));
      cursors.put(new Key((String) row.get(0), (UUID) row.get(1)), new Cursor(last, recent));
    }
    return cursors;
  }

  /**
   * Moves cursors that were {@link #lock}ed. Fails with {@link MovedMeanwhileException} when a
   * cursor that did not exist was started by somebody else.
   *
   * @return those whose aggregates have parked messages
   */
  Uni<List<Key>> move(Session session, Map<Key, Cursor> before, Map<Key, Cursor> after) {
    if (after.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Map<String, Object>> moves = new ArrayList<>();
    after.forEach((key, cursor) -> moves.add(move(key, before.get(key), cursor)));
    return session
        .createNativeQuery(MOVE, Tuple.class)
        .setParameter("moves", json.write(moves))
        .getResultList()
        .map(
            rows -> {
              if (rows.size() != moves.size()) {
                throw new MovedMeanwhileException();
              }
              return rows.stream()
                  .filter(row -> Boolean.TRUE.equals(row.get(2)))
                  .map(row -> new Key((String) row.get(0), (UUID) row.get(1)))
                  .toList();
            });
  }

  private static Map<String, Object> move(Key key, Cursor before, Cursor after) {
    Map<String, Object> move = new TreeMap<>();
    move.put("projection", key.projection());
    move.put("aggregate", key.aggregateId());
    move.put("was", before == null ? 0 : before.last());
    move.put("last", after.last());
    move.put("recent", HexFormat.of().formatHex(after.recent().ids()));
    return move;
  }

  /** The number of the last event that was applied; 0 for none. */
  Uni<Long> last(Session session, Key key) {
    return session
        .createNativeQuery(LAST, Long.class)
        .setParameter("projection", key.projection())
        .setParameter("aggregate", key.aggregateId())
        .getSingleResult();
  }
}
