package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * How far each projection is with each aggregate; in the caller's transaction unless it says so.
 */
@ApplicationScoped
public class Cursors {
  // The lock is shared with other applies and excludes rebuilds.
  private static final String SHARED_LOCK =
      """
      shared AS MATERIALIZED (
        SELECT count(CAST(pg_advisory_xact_lock_shared(inbox_lock_key(name)) AS text)) AS locks
        FROM (SELECT name FROM unnest($1::text[]) AS name ORDER BY name) AS names)\
      """;

  // Rows are locked in one order; a row that was moved or deleted meanwhile is read again, or not
  // at all. One look at the index for each, however many cursors there are: a join would be planned
  // as a scan of the table.
  private static final String LOCK =
      "WITH "
          + SHARED_LOCK
          + """

          SELECT wanted.projection, wanted.aggregate, cursor.last_sequence, cursor.recent_sequence, cursor.recent
          FROM (SELECT projection, aggregate FROM unnest($2::text[], $3::uuid[]) AS wanted (projection, aggregate)
                ORDER BY projection, aggregate) AS wanted
          CROSS JOIN LATERAL (
            SELECT last_sequence, recent_sequence, recent FROM inbox_cursor
            WHERE projection = wanted.projection AND aggregate_id = wanted.aggregate FOR UPDATE) AS cursor
          WHERE (SELECT locks FROM shared) > 0
          """;

  private static final String MOVE =
      """
      WITH moved AS MATERIALIZED (
        SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bytea[])
          AS move (projection, aggregate, was, last, recent)),
      started AS (
        INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence, recent_sequence, recent)
        SELECT projection, aggregate, last, last, recent FROM moved WHERE was = 0 ORDER BY projection, aggregate
        ON CONFLICT (projection, aggregate_id) DO NOTHING
        RETURNING projection, aggregate_id),
      held AS MATERIALIZED (
        SELECT moved.*, cursor.at FROM moved
        CROSS JOIN LATERAL (
          SELECT ctid AS at FROM inbox_cursor
          WHERE projection = moved.projection AND aggregate_id = moved.aggregate AND last_sequence = moved.was
          LIMIT 1) AS cursor
        WHERE moved.was > 0),
      advanced AS (
        UPDATE inbox_cursor AS cursor SET last_sequence = last, recent_sequence = last, recent = held.recent
        FROM held WHERE cursor.ctid = held.at AND cursor.last_sequence = held.was
        RETURNING cursor.projection, cursor.aggregate_id)
      SELECT done.projection, done.aggregate_id,
             EXISTS (SELECT FROM inbox_parked parked
                     WHERE parked.projection = done.projection AND parked.aggregate_id = done.aggregate_id)
      FROM (SELECT * FROM started UNION ALL SELECT * FROM advanced) AS done
      """;

  // All of them, or none: none when one is elsewhere or has parked messages.
  private static final String ADVANCE =
      "WITH "
          + SHARED_LOCK
          + """
          ,
          wanted AS MATERIALIZED (
            SELECT * FROM unnest($2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bytea[])
              AS move (projection, aggregate, was, last, ids)
            ORDER BY projection, aggregate),
          held AS MATERIALIZED (
            SELECT wanted.*, cursor.at, CASE WHEN cursor.recent_sequence = wanted.was THEN cursor.recent ELSE '' END || wanted.ids AS recent
            FROM wanted
            CROSS JOIN LATERAL (
              SELECT ctid AS at, recent_sequence, recent FROM inbox_cursor
              WHERE projection = wanted.projection AND aggregate_id = wanted.aggregate AND last_sequence = wanted.was
              FOR UPDATE) AS cursor
            WHERE wanted.was > 0 AND (SELECT locks FROM shared) > 0),
          parked AS MATERIALIZED (
            SELECT FROM wanted WHERE EXISTS (
              SELECT FROM inbox_parked parked
              WHERE parked.projection = wanted.projection AND parked.aggregate_id = wanted.aggregate)),
          ready AS MATERIALIZED (
            SELECT (SELECT count(*) FROM held) = count(*) FILTER (WHERE was > 0) AND NOT EXISTS (SELECT FROM parked) AS yes
            FROM wanted),
          started AS (
            INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence, recent_sequence, recent)
            SELECT projection, aggregate, last, last, substring(ids FROM greatest(1, length(ids) - $7 + 1))
            FROM wanted WHERE was = 0 AND (SELECT yes FROM ready) AND (SELECT locks FROM shared) > 0),
          advanced AS (
            UPDATE inbox_cursor AS cursor
            SET last_sequence = last, recent_sequence = last,
                recent = substring(held.recent FROM greatest(1, length(held.recent) - $7 + 1))
            FROM held WHERE cursor.ctid = held.at AND (SELECT yes FROM ready)
            RETURNING cursor.projection)
          SELECT yes AND (SELECT count(*) FROM advanced) = (SELECT count(*) FROM held) FROM ready
          """;

  private static final String BEGIN =
      """
      INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence) VALUES ($1, $2, $3)
      ON CONFLICT (projection, aggregate_id) DO NOTHING
      """;

  private static final String LAST =
      """
      SELECT coalesce(max(last_sequence), 0) FROM inbox_cursor
      WHERE projection = $1 AND aggregate_id = $2
      """;

  /** Whose cursor. */
  public record Key(String projection, UUID aggregateId) {}

  /** Somebody else moved a cursor first: begin again. */
  public static final class MovedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MovedMeanwhileException() {
      super("A cursor was moved by another delivery of the same aggregate");
    }
  }

  /**
   * Reads cursors and holds them until the transaction ends. Waits for a rebuild of one of the
   * projections.
   */
  public Uni<Map<Key, Cursor>> lock(
      Session session, Collection<String> projections, Collection<Key> keys) {
    return SessionSql.select(
            session, LOCK, projections.toArray(new String[0]), names(keys), aggregates(keys))
        .map(Cursors::read);
  }

  private static String[] names(Collection<Key> keys) {
    return keys.stream().map(Key::projection).toArray(String[]::new);
  }

  private static UUID[] aggregates(Collection<Key> keys) {
    return keys.stream().map(Key::aggregateId).toArray(UUID[]::new);
  }

  private static Map<Key, Cursor> read(List<Object[]> rows) {
    Map<Key, Cursor> cursors = new HashMap<>();
    for (Object[] row : rows) {
      RecentIds recent =
          row[3] == null || row[4] == null
              ? RecentIds.NONE
              : new RecentIds((Long) row[3], ((Buffer) row[4]).getBytes());
      cursors.put(new Key((String) row[0], (UUID) row[1]), new Cursor((Long) row[2], recent));
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
    List<Key> keys = List.copyOf(after.keySet());
    return SessionSql.select(
            session,
            MOVE,
            names(keys),
            aggregates(keys),
            keys.stream()
                .map(key -> before.getOrDefault(key, Cursor.START).last())
                .toArray(Long[]::new),
            keys.stream().map(key -> after.get(key).last()).toArray(Long[]::new),
            keys.stream()
                .map(key -> Buffer.buffer(after.get(key).recent().ids()))
                .toArray(Buffer[]::new))
        .map(
            rows -> {
              if (rows.size() != keys.size()) {
                throw new MovedMeanwhileException();
              }
              return rows.stream()
                  .filter(row -> (Boolean) row[2])
                  .map(row -> new Key((String) row[0], (UUID) row[1]))
                  .toList();
            });
  }

  /**
   * Consecutive events of an aggregate.
   *
   * @param was the number before the first of them
   * @param recent what is known of their ids
   */
  record Stretch(long was, RecentIds recent) {}

  /**
   * Moves cursors over events that change nothing, in one statement and a transaction of its own:
   * all of them or none. Waits for a rebuild of one of the projections.
   *
   * @return false when a cursor is not where its events begin, or its aggregate has parked messages
   */
  Uni<Boolean> advance(Pool pool, Collection<String> projections, Map<Key, Stretch> events) {
    List<Key> keys = List.copyOf(events.keySet());
    return pool.preparedQuery(ADVANCE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    projections.toArray(new String[0]),
                    names(keys),
                    aggregates(keys),
                    keys.stream().map(key -> events.get(key).was()).toArray(Long[]::new),
                    keys.stream().map(key -> events.get(key).recent().last()).toArray(Long[]::new),
                    keys.stream()
                        .map(key -> Buffer.buffer(events.get(key).recent().ids()))
                        .toArray(Buffer[]::new),
                    RecentIds.MOST_BYTES)))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** The number of the last event that was applied; 0 for none. */
  Uni<Long> last(Session session, Key key) {
    return SessionSql.selectOne(session, LAST, key.projection(), key.aggregateId())
        .map(row -> (Long) row[0]);
  }

  /** Begins as if everything before an event had been applied; nothing when it has begun. */
  Uni<Void> beginBefore(Session session, Key key, EventPosition event) {
    return SessionSql.select(
            session, BEGIN, key.projection(), key.aggregateId(), event.sequence() - 1)
        .replaceWithVoid();
  }
}
