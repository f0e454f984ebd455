package com.cottonerp.eventing.outbox;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.eventing.outbox.AggregateRoot.RaisedEvent;
import com.cottonerp.eventing.sql.SessionSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * The append side of the outbox: writes the events that an aggregate raised into {@code
 * outbox_event}, in the caller's session and transaction. Never waits for the relay or Pub/Sub.
 *
 * <p>Guarantees: committed state and its events are one unit (G1, G2); an aggregate's sequence is
 * 1, 2, 3… without gaps, in the order of commit. Fails without a transaction, and when a payload is
 * larger than {@code outbox.max-payload-bytes}. Thread-safe; runs on the caller's event loop.
 */
@ApplicationScoped
public class Outbox {
  private static final String APPEND =
      """
      INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, event_version,
                                payload, metadata, idempotency_key)
      SELECT event_id, topic, aggregate_type, aggregate_id, sequence, event_type, event_version,
             payload, metadata, idempotency_key
      FROM jsonb_to_recordset(CAST(CAST($1 AS text) AS jsonb)) AS event (
             event_id uuid, topic text, aggregate_type text, aggregate_id uuid, sequence bigint, event_type text,
             event_version smallint, payload jsonb, metadata jsonb, idempotency_key text)
      ORDER BY sequence
      """;

  // Of events that retention has removed, the keys are kept.
  private static final String FIND_BY_KEY =
      """
      SELECT event_id, aggregate_id, sequence, event_type, idempotency_key
      FROM outbox_event WHERE idempotency_key = ANY ($1::text[])
      UNION
      SELECT event_id, aggregate_id, sequence, event_type, idempotency_key
      FROM outbox_key WHERE idempotency_key = ANY ($1::text[])
      """;

  private final OutboxConfig config;
  private final ObjectMapper json;
  private final EventMetadata metadata;
  private final AppendedEvents appended;
  private final MeterRegistry metrics;

  Outbox(
      OutboxConfig config,
      ObjectMapper json,
      EventMetadata metadata,
      AppendedEvents appended,
      MeterRegistry metrics) {
    this.config = config;
    this.json = json;
    this.metadata = metadata;
    this.appended = appended;
    this.metrics = metrics;
  }

  /**
   * @param persist makes the session know the aggregate. WHY it comes last: Hibernate would insert
   *     a new one as it was when it was persisted, and number its events with an update.
   */
  Uni<List<AppendedEvent>> append(AggregateRoot aggregate, Uni<?> persist) {
    List<RaisedEvent> raised = aggregate.drainRaisedEvents();
    if (raised.isEmpty()) {
      return persist.replaceWith(List.of());
    }
    return Panache.getSession()
        .invoke(session -> refuseWithoutTransaction(session, aggregate))
        .chain(
            session ->
                Uni.combine()
                    .all()
                    .unis(appendedBefore(session, raised), metadata.current())
                    .usingConcurrencyOf(1)
                    .asTuple()
                    .map(known -> number(aggregate, raised, known.getItem1(), known.getItem2()))
                    .call(() -> persist)
                    .chain(numbered -> write(session, numbered)))
        .invoke(all -> tellRequest(aggregate, all));
  }

  // A job and a subscriber answer nobody, and have no request.
  private void tellRequest(AggregateRoot aggregate, List<AppendedEvent> events) {
    if (Arc.container().requestContext().isActive()) {
      appended.add(aggregate.topic(), events);
    }
  }

  private static void refuseWithoutTransaction(Session session, AggregateRoot aggregate) {
    if (session.currentTransaction() == null) {
      throw new AppendOutsideTransactionException(aggregate);
    }
  }

  private Uni<Map<String, AppendedEvent>> appendedBefore(
      Session session, List<RaisedEvent> raised) {
    String[] keys =
        raised.stream()
            .map(RaisedEvent::idempotencyKey)
            .filter(key -> key != null)
            .toArray(String[]::new);
    if (keys.length == 0) {
      return Uni.createFrom().item(Map.of());
    }
    return SessionSql.select(session, FIND_BY_KEY, (Object) keys)
        .map(
            rows ->
                rows.stream()
                    .collect(
                        java.util.stream.Collectors.toMap(
                            row -> (String) row[4],
                            row ->
                                new AppendedEvent(
                                    (UUID) row[0],
                                    (UUID) row[1],
                                    (Long) row[2],
                                    (String) row[3],
                                    true))));
  }

  /**
   * @param answer all events, those that were appended before too
   */
  private record Numbered(List<OutboxRow> rows, List<AppendedEvent> answer) {}

  private Numbered number(
      AggregateRoot aggregate,
      List<RaisedEvent> raised,
      Map<String, AppendedEvent> before,
      Map<String, String> cause) {
    List<AppendedEvent> answer = new ArrayList<>();
    List<OutboxRow> rows = new ArrayList<>();
    for (RaisedEvent event : raised) {
      AppendedEvent first =
          event.idempotencyKey() == null ? null : before.get(event.idempotencyKey());
      if (first != null) {
        answer.add(first);
      } else {
        OutboxRow row = row(aggregate, event, cause);
        rows.add(row);
        answer.add(
            new AppendedEvent(
                row.eventId(), row.aggregateId(), row.sequence(), row.eventType(), false));
      }
    }
    return new Numbered(rows, answer);
  }

  private Uni<List<AppendedEvent>> write(Session session, Numbered numbered) {
    if (numbered.rows().isEmpty()) {
      return Uni.createFrom().item(numbered.answer());
    }
    // INVARIANT: the aggregate's row is written (flushed) before its events. A writer that lost the
    // race fails here, on the version, and its events are not written.
    return SessionSql.update(session, APPEND, toJson(numbered.rows()))
        .invoke(() -> numbered.rows().forEach(this::count))
        .replaceWith(numbered.answer());
  }

  private OutboxRow row(AggregateRoot aggregate, RaisedEvent raised, Map<String, String> cause) {
    PublishedEvent event = raised.event();
    String payload = toJson(event);
    int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > config.maxPayloadBytes()) {
      throw new PayloadTooLargeException(event, bytes, config.maxPayloadBytes());
    }
    return new OutboxRow(
        UuidCreator.getTimeOrderedEpoch(),
        aggregate.topic(),
        aggregate.aggregateType(),
        aggregate.id(),
        aggregate.nextEventSequence(),
        PublishedEvent.typeOf(event.getClass()),
        PublishedEvent.versionOf(event.getClass()),
        payload,
        cause,
        raised.idempotencyKey());
  }

  private String toJson(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("An event could not be written as JSON", failure);
    }
  }

  private void count(OutboxRow row) {
    metrics.counter("outbox_appended_total", "event_type", row.eventType()).increment();
  }
}
