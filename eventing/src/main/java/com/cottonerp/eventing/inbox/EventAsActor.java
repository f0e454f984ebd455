package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.sql.SessionSql;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Says in the transaction that what follows is done by an event: {@code audit_entry} then has
 * {@code event:…} with its id as the actor. WHY only where something is decided: read models are
 * not audited, and a statement for each of their events would cost them for nothing.
 */
final class EventAsActor {
  private static final String SET = "SELECT set_config('audit.context', $1, true)";

  private EventAsActor() {}

  static Uni<Void> set(Session session, EventEnvelope event) {
    JsonObject cause =
        new JsonObject()
            .put("actor", "event:" + event.position().eventId())
            .put("operation", event.type());
    SpanContext trace = Span.current().getSpanContext();
    if (trace.isValid()) {
      cause.put("traceId", trace.getTraceId());
    }
    return SessionSql.select(session, SET, cause.encode()).replaceWithVoid();
  }
}
