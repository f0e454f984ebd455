package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Key;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Which events are known to have been published and are missing here; always in the caller's
 * transaction. A gap ends when its projection has come as far as is known.
 */
@ApplicationScoped
public class Gaps {
  private static final String REMEMBER =
      """
      INSERT INTO inbox_gap AS gap (projection, aggregate_id, outbox, known_sequence, found_by)
      SELECT projection, aggregate, :outbox, known, :foundBy
      FROM json_to_recordset(CAST(CAST(:gaps AS text) AS json)) AS found (projection text, aggregate uuid, known bigint)
      ORDER BY projection, aggregate
      ON CONFLICT (projection, aggregate_id) DO UPDATE
        SET known_sequence = excluded.known_sequence, attempts = 0, unfillable_since = NULL,
            next_attempt_at = least(gap.next_attempt_at, clock_timestamp() + interval '2 seconds')
        WHERE gap.known_sequence < excluded.known_sequence
      """;

  // WHY SKIP LOCKED, here and below: a rebuild deletes all rows, and a statement that waits for no
  // row is in no deadlock with the rebuild. The next run takes the rows that this one passed over.
  private static final String CLOSE_FILLED =
      """
      WITH filled AS MATERIALIZED (
        SELECT gap.projection, gap.aggregate_id FROM inbox_gap gap JOIN inbox_cursor cursor
          ON cursor.projection = gap.projection AND cursor.aggregate_id = gap.aggregate_id
        WHERE cursor.last_sequence >= gap.known_sequence
        FOR UPDATE OF gap SKIP LOCKED)
      DELETE FROM inbox_gap gap USING filled
      WHERE gap.projection = filled.projection AND gap.aggregate_id = filled.aggregate_id
      """;

  // Those that waited longest for their turn come first, so that some that cannot be filled hide no
  // other.
  private static final String TAKE_DUE =
      """
      WITH due AS MATERIALIZED (
        SELECT projection, aggregate_id FROM inbox_gap
        WHERE next_attempt_at <= statement_timestamp() AND projection = ANY (string_to_array(:projections, ','))
        ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED),
      taken AS (
        UPDATE inbox_gap gap
        SET attempts = attempts + 1,
            next_attempt_at = clock_timestamp() + CASE WHEN unfillable_since IS NULL
              THEN least(interval '3 seconds' * power(2, least(attempts, 12)), interval '10 minutes')
              ELSE interval '1 hour' END
        FROM due WHERE gap.projection = due.projection AND gap.aggregate_id = due.aggregate_id
        RETURNING gap.projection, gap.aggregate_id, gap.outbox, gap.known_sequence)
      SELECT taken.projection, taken.aggregate_id, taken.outbox, taken.known_sequence,
             coalesce(cursor.last_sequence, 0),
             (SELECT min(sequence) FROM inbox_parked parked
               WHERE parked.projection = taken.projection AND parked.aggregate_id = taken.aggregate_id
                 AND parked.sequence > coalesce(cursor.last_sequence, 0))
      FROM taken LEFT JOIN inbox_cursor cursor
        ON cursor.projection = taken.projection AND cursor.aggregate_id = taken.aggregate_id
      """;

  private static final String UNFILLABLE =
      """
      WITH answered AS MATERIALIZED (
        SELECT projection, aggregate_id, removed FROM inbox_gap
        JOIN json_to_recordset(CAST(CAST(:answers AS text) AS json)) AS answer (name text, aggregate uuid, removed boolean)
          ON projection = name AND aggregate_id = aggregate
        WHERE (unfillable_since IS NOT NULL) <> removed
        FOR UPDATE OF inbox_gap SKIP LOCKED)
      UPDATE inbox_gap gap
      SET unfillable_since = CASE WHEN removed THEN coalesce(gap.unfillable_since, clock_timestamp()) END
      FROM answered WHERE gap.projection = answered.projection AND gap.aggregate_id = answered.aggregate_id
      """;

  private static final String SUMMARY =
      """
      SELECT gap.projection, count(*), sum(greatest(0, gap.known_sequence - coalesce(cursor.last_sequence, 0))),
             count(gap.unfillable_since), coalesce(extract(epoch FROM clock_timestamp() - min(gap.found_at) FILTER (WHERE gap.unfillable_since IS NULL)), 0)
      FROM inbox_gap gap LEFT JOIN inbox_cursor cursor
        ON cursor.projection = gap.projection AND cursor.aggregate_id = gap.aggregate_id
      WHERE gap.known_sequence > coalesce(cursor.last_sequence, 0)
      GROUP BY gap.projection
      """;

  /** How a gap was noticed. */
  public enum FoundBy {
    ARRIVAL,
    LIMIT,
    VERIFICATION
  }

  /** An aggregate of which events up to {@code known} were published and are missing here. */
  public record Found(Key key, long known) {}

  /**
   * A gap whose turn it is.
   *
   * @param last what is applied
   * @param firstParked the first number that waits here; null for none
   */
  record Due(Key key, String outbox, long known, long last, Long firstParked) {
    /** The last event that is missing before what is here; less than {@code first} for none. */
    long lastMissing() {
      return firstParked == null ? known : Math.min(known, firstParked - 1);
    }

    long firstMissing() {
      return last + 1;
    }

    boolean isMissingSomething() {
      return firstMissing() <= lastMissing();
    }
  }

  /**
   * The gaps of a projection.
   *
   * @param events how many events are missing in all
   * @param unfillable how many aggregates wait for events that the outbox does not have any more
   * @param oldestSeconds since when the first of them is known that may still be filled; 0 for none
   */
  record Summary(
      String projection, long aggregates, long events, long unfillable, double oldestSeconds) {}

  private final SqlJson json;

  Gaps(SqlJson json) {
    this.json = json;
  }

  public Uni<Void> remember(
      Session session, String outbox, FoundBy foundBy, Collection<Found> gaps) {
    if (gaps.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Map<String, Object>> rows =
        gaps.stream()
            .map(
                gap ->
                    Map.<String, Object>of(
                        "projection",
                        gap.key().projection(),
                        "aggregate",
                        gap.key().aggregateId(),
                        "known",
                        gap.known()))
            .toList();
    return session
        .createNativeQuery(REMEMBER)
        .setParameter("outbox", outbox)
        .setParameter("foundBy", foundBy.name())
        .setParameter("gaps", json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Integer> closeFilled(Session session) {
    return session.createNativeQuery(CLOSE_FILLED).executeUpdate();
  }

  /**
   * Takes gaps whose turn it is; each has its next turn later, the longer the more often it was
   * tried.
   */
  Uni<List<Due>> takeDue(Session session, Collection<String> projections, int most) {
    return session
        .createNativeQuery(TAKE_DUE, Tuple.class)
        .setParameter("projections", String.join(",", projections))
        .setParameter("most", most)
        .getResultList()
        .map(rows -> rows.stream().map(Gaps::due).toList());
  }

  private static Due due(Tuple row) {
    Number firstParked = (Number) row.get(5);
    return new Due(
        new Key((String) row.get(0), (UUID) row.get(1)),
        (String) row.get(2),
        ((Number) row.get(3)).longValue(),
        ((Number) row.get(4)).longValue(),
        firstParked == null ? null : firstParked.longValue());
  }

  /** Writes down whether the outbox has the missing events of each gap still. */
  Uni<Void> answered(Session session, Map<Key, Boolean> removed) {
    List<Map<String, Object>> rows =
        removed.entrySet().stream()
            .map(
                entry ->
                    Map.<String, Object>of(
                        "name",
                        entry.getKey().projection(),
                        "aggregate",
                        entry.getKey().aggregateId(),
                        "removed",
                        entry.getValue()))
            .toList();
    return session
        .createNativeQuery(UNFILLABLE)
        .setParameter("answers", json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<List<Summary>> summary(Session session) {
    return session
        .createNativeQuery(SUMMARY, Tuple.class)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Summary(
                                (String) row.get(0),
                                ((Number) row.get(1)).longValue(),
                                ((Number) row.get(2)).longValue(),
                                ((Number) row.get(3)).longValue(),
                                ((Number) row.get(4)).doubleValue()))
                    .toList());
  }
}
