package com.cottonerp.defaults.inbox;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What waits or is missing, for an operator; longest first, a page at a time. */
@ApplicationScoped
class InboxLists {
  /** WHY a text: all four lists go on behind a row in the same way. */
  private static final String PAGE =
      """
      SELECT * FROM (%s) row WHERE place COLLATE "C" > :after ORDER BY place COLLATE "C" LIMIT :limit
      """;

  private static final String PARKED =
      """
      SELECT projection, aggregate_id, sequence, event_id, event_type, reason, error, parked_at, attempts, next_attempt_at,
             concat_ws('|', to_char(parked_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), projection, aggregate_id, lpad(CAST(sequence AS text), 20, '0')) AS place
      FROM inbox_parked
      WHERE (CAST(:projection AS text) IS NULL OR projection = CAST(:projection AS text))
        AND (CAST(:aggregate AS text) IS NULL OR aggregate_id = CAST(CAST(:aggregate AS text) AS uuid))
        AND (CAST(:reason AS text) IS NULL OR reason = CAST(:reason AS text))
      """;

  private static final String GAPS =
      """
      SELECT gap.projection, gap.aggregate_id, gap.outbox, coalesce(cursor.last_sequence, 0), gap.known_sequence,
             gap.found_by, gap.found_at, gap.attempts, gap.next_attempt_at, gap.unfillable_since,
             concat_ws('|', to_char(gap.found_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), gap.projection, gap.aggregate_id) AS place
      FROM inbox_gap gap LEFT JOIN inbox_cursor cursor
        ON cursor.projection = gap.projection AND cursor.aggregate_id = gap.aggregate_id
      WHERE (CAST(:projection AS text) IS NULL OR gap.projection = CAST(:projection AS text))
        AND (NOT CAST(:unfillable AS boolean) OR gap.unfillable_since IS NOT NULL)
      """;

  private static final String CONFLICTS =
      """
      SELECT projection, aggregate_id, sequence, event_id, event_type, received_at,
             concat_ws('|', to_char(received_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), projection, aggregate_id, lpad(CAST(sequence AS text), 20, '0'), event_id) AS place
      FROM inbox_conflict
      """;

  private static final String UNREADABLE =
      """
      SELECT subscription, message_id, error, received_at, octet_length(data),
             concat_ws('|', to_char(received_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), subscription, message_id) AS place
      FROM inbox_unreadable
      """;

  Uni<Page<ParkedView>> parked(
      Session session, String projection, UUID aggregate, String reason, PageRequest page) {
    return session
        .createNativeQuery(PAGE.formatted(PARKED), Tuple.class)
        .setParameter("projection", projection)
        .setParameter("aggregate", aggregate == null ? null : aggregate.toString())
        .setParameter("reason", reason)
        .setParameter("after", behind(page))
        .setParameter("limit", page.limit() + 1)
        .getResultList()
        .map(
            page(
                page,
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

  Uni<Page<GapView>> gaps(
      Session session, String projection, boolean unfillable, PageRequest page) {
    return session
        .createNativeQuery(PAGE.formatted(GAPS), Tuple.class)
        .setParameter("projection", projection)
        .setParameter("unfillable", unfillable)
        .setParameter("after", behind(page))
        .setParameter("limit", page.limit() + 1)
        .getResultList()
        .map(
            page(
                page,
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

  Uni<Page<ConflictView>> conflicts(Session session, PageRequest page) {
    return session
        .createNativeQuery(PAGE.formatted(CONFLICTS), Tuple.class)
        .setParameter("after", behind(page))
        .setParameter("limit", page.limit() + 1)
        .getResultList()
        .map(
            page(
                page,
                row ->
                    new ConflictView(
                        (String) row.get(0),
                        (UUID) row.get(1),
                        number(row, 2),
                        (UUID) row.get(3),
                        (String) row.get(4),
                        instant(row, 5))));
  }

  Uni<Page<UnreadableView>> unreadable(Session session, PageRequest page) {
    return session
        .createNativeQuery(PAGE.formatted(UNREADABLE), Tuple.class)
        .setParameter("after", behind(page))
        .setParameter("limit", page.limit() + 1)
        .getResultList()
        .map(
            page(
                page,
                row ->
                    new UnreadableView(
                        (String) row.get(0),
                        (String) row.get(1),
                        (String) row.get(2),
                        instant(row, 3),
                        number(row, 4))));
  }

  private static <T> Function<List<Tuple>, Page<T>> page(
      PageRequest page, Function<Tuple, T> view) {
    return rows -> Page.of(rows, page.limit(), view, row -> (String) row.get("place"));
  }

  /** The place behind which the page begins: before all places for the first one. */
  private static String behind(PageRequest page) {
    return page.after() == null ? "" : page.position();
  }

  private static long number(Tuple row, int column) {
    return ((Number) row.get(column)).longValue();
  }

  private static Instant instant(Tuple row, int column) {
    Object time = row.get(column);
    return time == null ? null : ((OffsetDateTime) time).toInstant();
  }
}
