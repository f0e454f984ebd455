package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.ParkedMessagesResource.ParkedView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Messages that wait: for an earlier event of their aggregate, or for somebody to mend a fault. */
@ApplicationScoped
class ParkedMessages {
  private static final String PARK =
      """
      INSERT INTO inbox_parked (projection, aggregate_id, sequence, event_id, event_type, attributes, data, reason, error)
      VALUES (:projection, :aggregate, :sequence, :event, :type, CAST(CAST(:attributes AS text) AS jsonb),
              decode(:data, 'hex'), :reason, :error)
      ON CONFLICT (projection, aggregate_id, sequence) DO UPDATE SET error = EXCLUDED.error
      """;

  private static final String OLDEST =
      """
      SELECT CAST(attributes AS text), encode(data, 'base64') FROM inbox_parked
      WHERE projection = :projection AND aggregate_id = :aggregate AND sequence = :sequence
      """;

  private static final String FORGET =
      """
      DELETE FROM inbox_parked
      WHERE projection = :projection AND aggregate_id = :aggregate AND sequence <= :sequence
      """;

  private static final String COUNT =
      "SELECT count(*) FROM inbox_parked WHERE projection = :projection";

  private static final String COUNT_OF_AGGREGATE =
      """
      SELECT count(*) FROM inbox_parked WHERE projection = :projection AND aggregate_id = :aggregate
      """;

  private static final String LIST =
      """
      SELECT projection, aggregate_id, sequence, event_id, event_type, reason, error, parked_at
      FROM inbox_parked ORDER BY parked_at, projection, aggregate_id, sequence LIMIT :limit
      """;

  private static final String KEEP_UNREADABLE =
      """
      INSERT INTO inbox_unreadable (subscription, message_id, attributes, data, error)
      VALUES (:subscription, :message, CAST(CAST(:attributes AS text) AS jsonb), decode(:data, 'hex'), :error)
      ON CONFLICT (subscription, message_id) DO NOTHING
      """;

  private static final String WAITING =
      """
      SELECT parked.aggregate_id, coalesce(max(cursor.last_sequence), 0), min(parked.sequence),
             min(CAST(parked.attributes ->> 'ce-source' AS text))
      FROM inbox_parked parked
      LEFT JOIN inbox_cursor cursor USING (projection, aggregate_id)
      WHERE parked.projection = :projection
      GROUP BY parked.aggregate_id
      HAVING bool_and(parked.reason = 'GAP') AND max(parked.parked_at) < clock_timestamp() - INTERVAL '2 seconds'
      LIMIT 100
      """;

  enum Reason {
    GAP,
    ERROR
  }

  /** An aggregate with parked messages: what is applied, and the first number that waits. */
  record Waiting(UUID aggregateId, long last, long firstParked, String source) {}

  private final ObjectMapper json;

  ParkedMessages(ObjectMapper json) {
    this.json = json;
  }

  Uni<Void> park(
      Session session, String projection, EventEnvelope event, Reason reason, String error) {
    return session
        .createNativeQuery(PARK)
        .setParameter("projection", projection)
        .setParameter("aggregate", event.position().aggregateId())
        .setParameter("sequence", event.position().sequence())
        .setParameter("event", event.position().eventId())
        .setParameter("type", event.type())
        .setParameter("attributes", write(event.attributes()))
        .setParameter("data", HexFormat.of().formatHex(event.data()))
        .setParameter("reason", reason.name())
        .setParameter("error", error)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Optional<EventEnvelope>> find(
      Session session, String projection, UUID aggregateId, long sequence) {
    return session
        .createNativeQuery(OLDEST, Object[].class)
        .setParameter("projection", projection)
        .setParameter("aggregate", aggregateId)
        .setParameter("sequence", sequence)
        .getResultList()
        .map(rows -> rows.stream().findFirst().map(this::envelope));
  }

  /** Forgets what is parked up to and including the sequence: it is applied now. */
  Uni<Integer> forget(Session session, String projection, UUID aggregateId, long sequence) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("projection", projection)
        .setParameter("aggregate", aggregateId)
        .setParameter("sequence", sequence)
        .executeUpdate();
  }

  Uni<Long> count(Session session, String projection) {
    return session
        .createNativeQuery(COUNT, Long.class)
        .setParameter("projection", projection)
        .getSingleResult();
  }

  Uni<Long> count(Session session, String projection, UUID aggregateId) {
    return session
        .createNativeQuery(COUNT_OF_AGGREGATE, Long.class)
        .setParameter("projection", projection)
        .setParameter("aggregate", aggregateId)
        .getSingleResult();
  }

  Uni<List<ParkedView>> list(Session session, int limit) {
    return session
        .createNativeQuery(LIST, Object[].class)
        .setParameter("limit", limit)
        .getResultList()
        .map(rows -> rows.stream().map(ParkedMessages::view).toList());
  }

  private static ParkedView view(Object[] row) {
    return new ParkedView(
        (String) row[0],
        (UUID) row[1],
        ((Number) row[2]).longValue(),
        (UUID) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        ((OffsetDateTime) row[7]).toInstant());
  }

  Uni<List<Waiting>> waiting(Session session, String projection) {
    return session
        .createNativeQuery(WAITING, Object[].class)
        .setParameter("projection", projection)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Waiting(
                                (UUID) row[0],
                                ((Number) row[1]).longValue(),
                                ((Number) row[2]).longValue(),
                                (String) row[3]))
                    .toList());
  }

  Uni<Void> keepUnreadable(
      Session session, String subscription, ReceivedMessage message, String error) {
    return session
        .createNativeQuery(KEEP_UNREADABLE)
        .setParameter("subscription", subscription)
        .setParameter("message", message.messageId())
        .setParameter("attributes", write(message.attributes()))
        .setParameter("data", HexFormat.of().formatHex(message.data()))
        .setParameter("error", error)
        .executeUpdate()
        .replaceWithVoid();
  }

  private EventEnvelope envelope(Object[] row) {
    try {
      Map<String, String> attributes =
          json.readValue((String) row[0], new TypeReference<Map<String, String>>() {});
      return EventEnvelope.of(attributes, Base64.getMimeDecoder().decode((String) row[1]));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String write(Map<String, String> attributes) {
    try {
      return json.writeValueAsString(attributes);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
