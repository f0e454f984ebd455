package com.cottonerp.eventing.outbox;

import com.cottonerp.eventing.inbox.Causation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who and what caused an event: the user, the trace, and the event that was being handled. */
@ApplicationScoped
class EventMetadata {
  private final SecurityIdentity identity;

  EventMetadata(SecurityIdentity identity) {
    this.identity = identity;
  }

  Map<String, String> current() {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (Arc.container().requestContext().isActive() && !identity.isAnonymous()) {
      metadata.put("user", identity.getPrincipal().getName());
    }
    SpanContext trace = Span.current().getSpanContext();
    if (trace.isValid()) {
      metadata.put(
          "traceparent",
          "00-%s-%s-%s"
              .formatted(trace.getTraceId(), trace.getSpanId(), trace.getTraceFlags().asHex()));
    }
    Causation causation = Causation.current();
    if (causation != null) {
      metadata.put("causationId", causation.eventId().toString());
      metadata.put("correlationId", causation.correlationId());
    } else if (trace.isValid()) {
      metadata.put("correlationId", trace.getTraceId());
    }
    return metadata;
  }
}
