package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Judges parked messages whose sequence the cursor has passed: one delivery parked the message
 * while another delivery moved the cursor. The id of the event that was applied under that sequence
 * decides: a message with the same id is forgotten, a message with another id is kept as a
 * conflict. WHY the id alone: such a message is never applied, so its payload need not be readable.
 *
 * <p>Always in the caller's transaction, which holds the cursor. Thread-safe.
 */
@ApplicationScoped
public class OvertakenMessages {
  private static final String FIND =
      """
      SELECT sequence, event_id FROM inbox_parked
      WHERE projection = $1 AND aggregate_id = $2 AND sequence <= $3
      ORDER BY sequence
      """;

  private static final String JUDGE =
      """
      WITH judged AS MATERIALIZED (
        SELECT * FROM unnest($3::bigint[], $4::uuid[], $5::boolean[]) AS row (number, event, another)),
      gone AS (
        DELETE FROM inbox_parked parked USING judged
        WHERE parked.projection = $1 AND parked.aggregate_id = $2
          AND parked.sequence = judged.number AND parked.event_id = judged.event
        RETURNING parked.*, judged.another)
      INSERT INTO inbox_conflict (projection, aggregate_id, sequence, event_id, event_type, attributes, data)
      SELECT projection, aggregate_id, sequence, event_id, event_type, attributes, data FROM gone
      WHERE another
      ON CONFLICT DO NOTHING
      RETURNING sequence
      """;

  /** Returns the numbers of those that are conflicts and were not known as such. */
  public Uni<List<Long>> judge(Session session, Key key, Cursor cursor) {
    if (cursor.last() == 0) {
      return Uni.createFrom().item(List.of());
    }
    return SessionSql.select(session, FIND, key.projection(), key.aggregateId(), cursor.last())
        .chain(
            rows ->
                rows.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : judge(session, key, cursor, rows));
  }

  private static Uni<List<Long>> judge(
      Session session, Key key, Cursor cursor, List<Object[]> rows) {
    return SessionSql.select(
            session,
            JUDGE,
            key.projection(),
            key.aggregateId(),
            rows.stream().map(row -> (Long) row[0]).toArray(Long[]::new),
            rows.stream().map(row -> (UUID) row[1]).toArray(UUID[]::new),
            rows.stream()
                .map(row -> cursor.hasAppliedAnother((Long) row[0], (UUID) row[1]))
                .toArray(Boolean[]::new))
        .map(kept -> kept.stream().map(row -> (Long) row[0]).toList());
  }
}
