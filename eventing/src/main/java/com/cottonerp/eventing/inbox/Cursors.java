package com.cottonerp.eventing.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** How far each projection is with each aggregate. */
@ApplicationScoped
class Cursors {
  private static final String START =
      """
      INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence) VALUES (:projection, :aggregate, 1)
      ON CONFLICT (projection, aggregate_id) DO NOTHING
      """;

  private static final String ADVANCE =
      """
      UPDATE inbox_cursor SET last_sequence = :sequence
      WHERE projection = :projection AND aggregate_id = :aggregate AND last_sequence = :sequence - 1
      """;

  private static final String LAST =
      """
      SELECT coalesce(max(last_sequence), 0) FROM inbox_cursor
      WHERE projection = :projection AND aggregate_id = :aggregate
      """;

  /** What a sequence number means to the cursor. */
  sealed interface Step {
    record Next() implements Step {}

    record Duplicate() implements Step {}

    record Gap(long last) implements Step {}
  }

  /**
   * Advances the cursor if the event is the next one. The row lock makes concurrent deliveries of
   * one aggregate wait for each other.
   */
  Uni<Step> advance(Session session, String projection, EventPosition position) {
    var statement =
        position.sequence() == 1
            ? session.createNativeQuery(START)
            : session.createNativeQuery(ADVANCE).setParameter("sequence", position.sequence());
    return statement
        .setParameter("projection", projection)
        .setParameter("aggregate", position.aggregateId())
        .executeUpdate()
        .chain(
            rows ->
                rows == 1
                    ? Uni.createFrom().item(new Step.Next())
                    : classify(session, projection, position));
  }

  /** The number of the last event that was applied; 0 for none. */
  Uni<Long> last(Session session, String projection, UUID aggregateId) {
    return session
        .createNativeQuery(LAST, Long.class)
        .setParameter("projection", projection)
        .setParameter("aggregate", aggregateId)
        .getSingleResult();
  }

  private Uni<Step> classify(Session session, String projection, EventPosition position) {
    return last(session, projection, position.aggregateId())
        .map(last -> position.sequence() <= last ? new Step.Duplicate() : new Step.Gap(last));
  }
}
