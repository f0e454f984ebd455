package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.MutationQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Messages that wait: for an earlier event of their aggregate, or until they can be applied.
 * Bounded per projection; always in the caller's transaction.
 *
 * <p>Long because each of its statements stands beside the reason for its locks and its order.
 */
@ApplicationScoped
public class ParkedMessages {
  static final int LONGEST_ERROR = 2_000;

  // A row that is there already takes no room. An earlier one that could not be applied is no gap.
  private static final String PARK =
      """
      INSERT INTO inbox_parked AS parked (projection, aggregate_id, sequence, event_id, event_type, attributes, data, reason)
      SELECT :projection, :aggregate, :sequence, :event, :type, CAST(CAST(:attributes AS text) AS jsonb),
             decode(:data, 'hex'),
             CASE WHEN EXISTS (SELECT FROM inbox_parked
                               WHERE projection = :projection AND aggregate_id = :aggregate AND sequence = :next)
                  THEN 'BEHIND' ELSE 'GAP' END
      WHERE (SELECT count(*) FROM (SELECT FROM inbox_parked WHERE projection = :projection LIMIT :most) AS counted) < :most
         OR EXISTS (SELECT FROM inbox_parked
                    WHERE projection = :projection AND aggregate_id = :aggregate AND sequence = :sequence)
      ON CONFLICT (projection, aggregate_id, sequence) DO UPDATE
        SET reason = CASE WHEN parked.event_id = excluded.event_id THEN excluded.reason ELSE parked.reason END
      RETURNING event_id, reason
      """;

  private static final String PARK_BROKEN =
      """
      INSERT INTO inbox_parked AS parked (projection, aggregate_id, sequence, event_id, event_type, attributes, data, reason,
                                          error, attempts, next_attempt_at)
      SELECT :projection, :aggregate, :sequence, :event, :type, CAST(CAST(:attributes AS text) AS jsonb),
             decode(:data, 'hex'), 'ERROR', :error, 1, clock_timestamp() + interval '1 minute'
      WHERE (SELECT count(*) FROM (SELECT FROM inbox_parked WHERE projection = :projection LIMIT :most) AS counted) < :most
         OR EXISTS (SELECT FROM inbox_parked
                    WHERE projection = :projection AND aggregate_id = :aggregate AND sequence = :sequence)
      ON CONFLICT (projection, aggregate_id, sequence) DO UPDATE
        SET (reason, error, attempts, next_attempt_at) =
          (SELECT 'ERROR', excluded.error, parked.attempts + 1,
                  -- 1, 4, 16, 64 and 256 minutes, 17 hours, then daily for three weeks; after that by hand only.
                  CASE WHEN parked.attempts < 24 THEN clock_timestamp()
                    + least(interval '1 minute' * power(4, least(parked.attempts, 6)), interval '1 day') END
           WHERE parked.event_id = excluded.event_id
           UNION ALL
           SELECT parked.reason, parked.error, parked.attempts, parked.next_attempt_at
           WHERE parked.event_id <> excluded.event_id)
      RETURNING event_id, reason
      """;

  private static final String KEEP_CONFLICT =
      """
      INSERT INTO inbox_conflict (projection, aggregate_id, sequence, event_id, event_type, attributes, data)
      VALUES (:projection, :aggregate, :sequence, :event, :type, CAST(CAST(:attributes AS text) AS jsonb), decode(:data, 'hex'))
      ON CONFLICT DO NOTHING
      """;

  private static final String UP_TO =
      """
      SELECT CAST(attributes AS text), encode(data, 'base64') FROM inbox_parked
      WHERE projection = :projection AND aggregate_id = :aggregate AND sequence <= :last
      ORDER BY sequence LIMIT :limit
      """;

  // Of the first that waits. With the same pauses as one that could not be applied.
  private static final String PUT_OFF_FIRST =
      """
      UPDATE inbox_parked
      SET reason = 'ERROR', error = $3, attempts = attempts + 1,
          next_attempt_at = CASE WHEN attempts < 24 THEN clock_timestamp()
            + least(interval '1 minute' * power(4, least(attempts, 6)), interval '1 day') END
      WHERE projection = $1 AND aggregate_id = $2 AND sequence =
        (SELECT min(sequence) FROM inbox_parked WHERE projection = $1 AND aggregate_id = $2)
      """;

  private static final String FORGET_UP_TO =
      """
      DELETE FROM inbox_parked
      WHERE projection = :projection AND aggregate_id = :aggregate AND sequence <= :last
      """;

  // A parked message becomes a conflict when another event takes its sequence now. It stays when
  // its sequence was taken before: OvertakenMessages compares it with the event that was applied.
  private static final String FORGET =
      """
      WITH applied AS MATERIALIZED (
        SELECT * FROM json_to_recordset(CAST(CAST(:applied AS text) AS json)) AS row (projection text, aggregate uuid, was bigint, last bigint)),
      events AS MATERIALIZED (
        SELECT * FROM json_to_recordset(CAST(CAST(:events AS text) AS json)) AS row (projection text, event uuid)),
      gone AS (
        DELETE FROM inbox_parked parked USING applied
        WHERE parked.projection = applied.projection AND parked.aggregate_id = applied.aggregate
          AND parked.sequence > applied.was AND parked.sequence <= applied.last
        RETURNING parked.*)
      INSERT INTO inbox_conflict (projection, aggregate_id, sequence, event_id, event_type, attributes, data)
      SELECT projection, aggregate_id, sequence, event_id, event_type, attributes, data FROM gone
      WHERE (projection, event_id) NOT IN (SELECT projection, event FROM events)
      ON CONFLICT DO NOTHING
      """;

  private static final String APPLICABLE =
      """
      SELECT parked.projection, parked.aggregate_id
      FROM inbox_parked parked
      LEFT JOIN inbox_cursor cursor USING (projection, aggregate_id)
      WHERE parked.sequence <= coalesce(cursor.last_sequence, 0) + 1
        -- Without an attempt: parked by a version that did not count them. What the cursor has passed is not applied
        -- any more: it waits for nothing but to be judged.
        AND (parked.reason <> 'ERROR' OR parked.attempts = 0 OR parked.next_attempt_at <= statement_timestamp()
             OR parked.sequence <= cursor.last_sequence)
        AND parked.projection = ANY (string_to_array(:projections, ','))
      ORDER BY parked.parked_at LIMIT 200
      """;

  private static final String COUNTS =
      """
      SELECT projection, count(*) FILTER (WHERE reason <> 'ERROR'), count(*) FILTER (WHERE reason = 'ERROR')
      FROM inbox_parked GROUP BY projection
      """;

  /** What became of a message that could not be applied. */
  enum Parking {
    GAP,
    BEHIND,
    ERROR,
    /** Too many are parked: it was not kept, and has to be asked for again. */
    FULL,
    /** Another event is parked under its number. */
    CONFLICT
  }

  private final SqlJson json;
  private final InboxConfig config;

  ParkedMessages(SqlJson json, InboxConfig config) {
    this.json = json;
    this.config = config;
  }

  /**
   * Parks a message behind what is missing.
   *
   * @param next the number that the aggregate waits for
   */
  Uni<Parking> park(Session session, String projection, EventEnvelope event, long next) {
    return bind(session.createNativeQuery(PARK, Tuple.class), projection, event)
        .setParameter("next", next)
        .setParameter("most", config.maxParked())
        .getResultList()
        .map(rows -> parking(rows, event));
  }

  /** Parks a message that could not be applied, or says so of one that is parked. */
  Uni<Parking> parkBroken(Session session, String projection, EventEnvelope event, String error) {
    return bind(session.createNativeQuery(PARK_BROKEN, Tuple.class), projection, event)
        .setParameter("error", StorableText.of(error, LONGEST_ERROR))
        .setParameter("most", config.maxParked())
        .getResultList()
        .map(rows -> parking(rows, event));
  }

  private <Q extends AbstractQuery> Q bind(Q query, String projection, EventEnvelope event) {
    query.setParameter("projection", projection);
    query.setParameter("aggregate", event.position().aggregateId());
    query.setParameter("sequence", event.position().sequence());
    query.setParameter("event", event.position().eventId());
    query.setParameter("type", event.type());
    query.setParameter("attributes", json.write(event.attributes()));
    query.setParameter("data", HexFormat.of().formatHex(event.data()));
    return query;
  }

  private static Parking parking(List<Tuple> rows, EventEnvelope event) {
    if (rows.isEmpty()) {
      return Parking.FULL;
    }
    return event.position().eventId().equals(rows.get(0).get(0))
        ? Parking.valueOf((String) rows.get(0).get(1))
        : Parking.CONFLICT;
  }

  /** Keeps a message that carries the number of another event. */
  Uni<Void> keepConflict(Session session, String projection, EventEnvelope event) {
    MutationQuery insert = session.createNativeQuery(KEEP_CONFLICT);
    return bind(insert, projection, event).executeUpdate().replaceWithVoid();
  }

  /**
   * What is parked up to a number, in order, until one that cannot be read. Fails with {@link
   * UnreadableMessageException} when that is the first.
   */
  Uni<List<EventEnvelope>> upTo(Session session, Key key, long last, int limit) {
    return session
        .createNativeQuery(UP_TO, Object[].class)
        .setParameter("projection", key.projection())
        .setParameter("aggregate", key.aggregateId())
        .setParameter("last", last)
        .setParameter("limit", limit)
        .getResultList()
        .map(this::readable);
  }

  private List<EventEnvelope> readable(List<Object[]> rows) {
    List<EventEnvelope> events = new ArrayList<>();
    for (Object[] row : rows) {
      try {
        events.add(envelope(row));
      } catch (UnreadableMessageException no) {
        if (events.isEmpty()) {
          throw no;
        }
        return events;
      }
    }
    return events;
  }

  /** Says of the first parked message of an aggregate that it cannot be read, and puts it off. */
  Uni<Void> putOffFirst(Session session, Key key, String error) {
    return SessionSql.update(
            session,
            PUT_OFF_FIRST,
            key.projection(),
            key.aggregateId(),
            StorableText.of(error, LONGEST_ERROR))
        .replaceWithVoid();
  }

  /** Forgets what is parked up to a number that an operator skips, whatever it is. */
  public Uni<Void> forgetUpTo(Session session, Key key, long last) {
    return session
        .createNativeQuery(FORGET_UP_TO)
        .setParameter("projection", key.projection())
        .setParameter("aggregate", key.aggregateId())
        .setParameter("last", last)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Forgets what is parked under the numbers that the cursors pass now.
   *
   * @param events what was applied; other messages under their numbers are conflicts
   */
  Uni<Void> forget(
      Session session, Map<Key, Cursor> before, Map<Key, Cursor> applied, List<Outcome> events) {
    List<Map<String, Object>> rows =
        applied.entrySet().stream()
            .map(
                entry ->
                    Map.<String, Object>of(
                        "projection",
                        entry.getKey().projection(),
                        "aggregate",
                        entry.getKey().aggregateId(),
                        "was",
                        before.getOrDefault(entry.getKey(), Cursor.START).last(),
                        "last",
                        entry.getValue().last()))
            .toList();
    List<Map<String, Object>> ids =
        events.stream()
            .map(
                outcome ->
                    Map.<String, Object>of(
                        "projection",
                        outcome.projection().name(),
                        "event",
                        outcome.arrival().position().eventId()))
            .toList();
    return session
        .createNativeQuery(FORGET)
        .setParameter("applied", json.write(rows))
        .setParameter("events", json.write(ids))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Aggregates with parked messages that can be applied, tried again, or judged now. */
  Uni<List<Key>> applicable(Session session, Collection<String> projections) {
    return session
        .createNativeQuery(APPLICABLE, Tuple.class)
        .setParameter("projections", String.join(",", projections))
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Key((String) row.get(0), (UUID) row.get(1)))
                    .distinct()
                    .toList());
  }

  /** How many messages of a projection wait, and how many could not be applied. */
  record Count(String projection, long waiting, long broken) {}

  Uni<List<Count>> counts(Session session) {
    return session
        .createNativeQuery(COUNTS, Tuple.class)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Count(
                                (String) row.get(0),
                                ((Number) row.get(1)).longValue(),
                                ((Number) row.get(2)).longValue()))
                    .toList());
  }

  /** How many messages carry the number of another event, of all projections together. */
  Uni<Long> conflicts(Session session) {
    return SessionSql.selectOne(session, "SELECT count(*) FROM inbox_conflict")
        .map(row -> (Long) row[0]);
  }

  private EventEnvelope envelope(Object[] row) {
    return EventEnvelope.of(
        json.attributes((String) row[0]), Base64.getMimeDecoder().decode((String) row[1]));
  }
}
