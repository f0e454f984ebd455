package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Key;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells whether the projections of this service have applied events, by the cursors: an event that
 * a projection ignores and an event that an operator has skipped or discarded count as applied; an
 * event that is parked does not. Thread-safe.
 *
 * <p>A cursor that has passed the number of an event has applied the event, unless the cursor
 * remembers another id under that number: then somebody has made up the event. WHY the id matters:
 * nobody can learn by guessed numbers how far the aggregate of somebody else is, as long as the
 * number is among the last {@code RecentIds.REMEMBERED}.
 *
 * <p>Of a projection that begins anywhere: an aggregate without a cursor waits for its first event,
 * unless another projection of the same outbox has applied the event; then the event is older than
 * the projection.
 */
@ApplicationScoped
public class AppliedEvents {
  // One look at the index for each; it locks nothing, and waits for nothing.
  private static final String READ =
      """
      SELECT wanted.projection, wanted.aggregate, cursor.last_sequence, cursor.recent_sequence, cursor.recent
      FROM unnest($1::text[], $2::uuid[]) AS wanted (projection, aggregate)
      CROSS JOIN LATERAL (
        SELECT last_sequence, recent_sequence, recent FROM inbox_cursor
        WHERE projection = wanted.projection AND aggregate_id = wanted.aggregate LIMIT 1) AS cursor
      """;

  private final Map<String, List<Projection>> byOutbox;
  private final Origins origins;
  private final Pool pool;

  AppliedEvents(@All List<Projection> projections, Origins origins, Pool pool) {
    this.byOutbox = projections.stream().collect(Collectors.groupingBy(origins::outboxOf));
    this.origins = origins;
    this.pool = pool;
  }

  /** Whether there is such an outbox, which this service may or may not hear. */
  public boolean isOutbox(String name) {
    return origins.isOutbox(name);
  }

  /**
   * Whether every projection that hears an event has applied the event. Events that no projection
   * of this service hears, such as the events of the service itself, are not waited for. Holds a
   * connection for one statement.
   */
  public Uni<Boolean> areApplied(Collection<EventReference> events) {
    List<Key> keys =
        events.stream()
            .flatMap(event -> heardBy(event).stream().map(projection -> key(projection, event)))
            .distinct()
            .toList();
    return keys.isEmpty()
        ? Uni.createFrom().item(true)
        : read(keys).map(known -> events.stream().allMatch(event -> isApplied(event, known)));
  }

  private Uni<Map<Key, Cursor>> read(List<Key> keys) {
    return pool.preparedQuery(READ)
        .execute(
            Tuple.of(
                keys.stream().map(Key::projection).toArray(String[]::new),
                keys.stream().map(Key::aggregateId).toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<Key, Cursor> cursors = new HashMap<>();
              for (Row row : rows) {
                cursors.put(new Key(row.getString(0), row.getUUID(1)), cursor(row));
              }
              return cursors;
            });
  }

  private static Cursor cursor(Row row) {
    Long recentSequence = row.getLong(3);
    Buffer recent = row.getBuffer(4);
    return new Cursor(
        row.getLong(2),
        recentSequence == null || recent == null
            ? RecentIds.NONE
            : new RecentIds(recentSequence, recent.getBytes()));
  }

  private boolean isApplied(EventReference event, Map<Key, Cursor> known) {
    List<Projection> projections = heardBy(event);
    boolean somewhere =
        projections.stream().anyMatch(projection -> has(known.get(key(projection, event)), event));
    return projections.stream()
        .allMatch(
            projection -> {
              Cursor cursor = known.get(key(projection, event));
              return cursor == null ? projection.beginsAnywhere() && somewhere : has(cursor, event);
            });
  }

  private static boolean has(Cursor cursor, EventReference event) {
    return cursor != null
        && cursor.last() >= event.sequence()
        && !cursor.hasAppliedAnother(event.sequence(), event.eventId());
  }

  private List<Projection> heardBy(EventReference event) {
    return byOutbox.getOrDefault(event.outbox(), List.of());
  }

  private static Key key(Projection projection, EventReference event) {
    return new Key(projection.name(), event.aggregateId());
  }
}
