package com.cottonerp.eventing.operations;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What waits or is missing, for an operator; longest first, at most {@code limit}. */
@ApplicationScoped
class InboxLists {
  private static final String PARKED =
      """
      SELECT projection, aggregate_id, sequence, event_id, event_type, reason, error, parked_at, attempts, next_attempt_at
      FROM inbox_parked
      WHERE (CAST(:projection AS text) IS NULL OR projection = CAST(:projection AS text))
        AND (CAST(:aggregate AS text) IS NULL OR aggregate_id = CAST(CAST(:aggregate AS text) AS uuid))
        AND (CAST(:reason AS text) IS NULL OR reason = CAST(:reason AS text))
      ORDER BY parked_at, projection, aggregate_id, sequence LIMIT :limit
      """;

  private static final String GAPS =
      """
      SELECT gap.projection, gap.aggregate_id, gap.outbox, coalesce(cursor.last_sequence, 0), gap.known_sequence,
             gap.found_by, gap.found_at, gap.attempts, gap.next_attempt_at, gap.unfillable_since
      FROM inbox_gap gap LEFT JOIN inbox_cursor cursor
        ON cursor.projection = gap.projection AND cursor.aggregate_id = gap.aggregate_id
      WHERE (CAST(:projection AS text) IS NULL OR gap.projection = CAST(:projection AS text))
        AND (NOT CAST(:unfillable AS boolean) OR gap.unfillable_since IS NOT NULL)
      ORDER BY gap.found_at, gap.projection, gap.aggregate_id LIMIT :limit
      """;

  private static final String CONFLICTS =
      """
      SELECT projection, aggregate_id, sequence, event_id, event_type, received_at FROM inbox_conflict
      ORDER BY received_at, projection, aggregate_id, sequence LIMIT :limit
      """;

  private static final String UNREADABLE =
      """
      SELECT subscription, message_id, error, received_at, octet_length(data) FROM inbox_unreadable
      ORDER BY received_at, subscription, message_id LIMIT :limit
      """;

  Uni<List<ParkedView>> parked(
      Session session, String projection, UUID aggregate, String reason, int limit) {
    return session
        .createNativeQuery(PARKED, Tuple.class)
        .setParameter("projection", projection)
        .setParameter("aggregate", aggregate == null ? null : aggregate.toString())
        .setParameter("reason", reason)
        .setParameter("limit", limit)
        .getResultList()
        .map(
            all(
                row ->
                    new ParkedView(
                        (String) row.get(0),
                        (UUID) row.get(1),
                        number(row, 2),
                        (UUID) row.get(3),
                        (String) row.get(4),
                        (String) row.get(5),
                        (String) row.get(6),
                        instant(row, 7),
                        (int) number(row, 8),
                        instant(row, 9))));
  }

  Uni<List<GapView>> gaps(Session session, String projection, boolean unfillable, int limit) {
    return session
        .createNativeQuery(GAPS, Tuple.class)
        .setParameter("projection", projection)
        .setParameter("unfillable", unfillable)
        .setParameter("limit", limit)
        .getResultList()
        .map(
            all(
                row ->
                    new GapView(
                        (String) row.get(0),
                        (UUID) row.get(1),
                        (String) row.get(2),
                        number(row, 3),
                        number(row, 4),
                        (String) row.get(5),
                        instant(row, 6),
                        (int) number(row, 7),
                        instant(row, 8),
                        instant(row, 9))));
  }

  Uni<List<ConflictView>> conflicts(Session session, int limit) {
    return session
        .createNativeQuery(CONFLICTS, Tuple.class)
        .setParameter("limit", limit)
        .getResultList()
        .map(
            all(
                row ->
                    new ConflictView(
                        (String) row.get(0),
                        (UUID) row.get(1),
                        number(row, 2),
                        (UUID) row.get(3),
                        (String) row.get(4),
                        instant(row, 5))));
  }

  Uni<List<UnreadableView>> unreadable(Session session, int limit) {
    return session
        .createNativeQuery(UNREADABLE, Tuple.class)
        .setParameter("limit", limit)
        .getResultList()
        .map(
            all(
                row ->
                    new UnreadableView(
                        (String) row.get(0),
                        (String) row.get(1),
                        (String) row.get(2),
                        instant(row, 3),
                        number(row, 4))));
  }

  private static <T> Function<List<Tuple>, List<T>> all(Function<Tuple, T> read) {
    return rows -> rows.stream().map(read).toList();
  }

  private static long number(Tuple row, int column) {
    return ((Number) row.get(column)).longValue();
  }

  private static Instant instant(Tuple row, int column) {
    Object time = row.get(column);
    return time == null ? null : ((OffsetDateTime) time).toInstant();
  }
}
