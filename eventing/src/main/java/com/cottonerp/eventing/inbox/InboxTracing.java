package com.cottonerp.eventing.inbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Continues the trace of the request that caused an event. */
@ApplicationScoped
class InboxTracing {
  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return Set.of("traceparent");
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get("ce-" + key);
        }
      };

  private final Tracer tracer;

  InboxTracing(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("com.cottonerp.eventing.inbox");
  }

  /** The caller ends it. */
  Span start(EventEnvelope event) {
    Context creation =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), event.attributes(), GETTER);
    return tracer
        .spanBuilder("apply " + event.type())
        .setParent(creation)
        .setSpanKind(SpanKind.CONSUMER)
        .setAttribute("messaging.message.id", event.position().eventId().toString())
        .startSpan();
  }

  /** The Vert.x context of the messages carries the span until the work is done. */
  <T> Uni<T> within(Span span, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Scope scope = span.makeCurrent();
              return work.get().eventually(scope::close);
            });
  }
}
