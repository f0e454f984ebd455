package com.cottonerp.eventing.outbox;

import com.cottonerp.eventing.inbox.Causation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who and what caused an event: the user, the trace, and the event that was being handled. */
@ApplicationScoped
class EventMetadata {
  private final CurrentIdentityAssociation identity;

  EventMetadata(CurrentIdentityAssociation identity) {
    this.identity = identity;
  }

  /**
   * Asks for the identity without blocking: jobs and subscribers have none, and it is looked up.
   */
  Uni<Map<String, String>> current() {
    if (!Arc.container().requestContext().isActive()) {
      return Uni.createFrom().item(() -> of(null));
    }
    return identity.getDeferredIdentity().map(EventMetadata::of);
  }

  private static Map<String, String> of(SecurityIdentity identity) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (identity != null && !identity.isAnonymous()) {
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
