package com.cottonerp.relay.publishing;

import com.cottonerp.relay.outbox.PendingEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/**
 * One PRODUCER span per event that belongs to a sampled trace, as a child of the span that appended
 * it: HTTP request, relay and subscriber are one trace.
 */
final class PublishSpans {
  private static final int FLAGS_AT = 53;

  private final Tracer tracer;
  private final String topic;

  PublishSpans(Tracer tracer, String topic) {
    this.tracer = tracer;
    this.topic = topic;
  }

  List<Span> start(List<OutgoingEvent> events) {
    return events.stream()
        .map(OutgoingEvent::event)
        .filter(this::isSampled)
        .map(this::start)
        .toList();
  }

  private boolean isSampled(PendingEvent event) {
    String traceparent = event.trail().traceparent();
    return traceparent != null
        && traceparent.length() > FLAGS_AT + 1
        && (Character.digit(traceparent.charAt(FLAGS_AT + 1), 16) & 1) == 1;
  }

  private Span start(PendingEvent event) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), event, Traceparent.GETTER);
    return tracer
        .spanBuilder("publish " + topic)
        .setParent(parent)
        .setSpanKind(SpanKind.PRODUCER)
        .setAttribute("messaging.system", "gcp_pubsub")
        .setAttribute("messaging.destination.name", topic)
        .setAttribute("messaging.message.id", event.facts().eventId().toString())
        .setAttribute("cottonerp.event.type", event.facts().eventType())
        .startSpan();
  }

  void end(List<Span> spans) {
    spans.forEach(Span::end);
  }

  void fail(List<Span> spans, String reason) {
    spans.forEach(span -> span.setStatus(StatusCode.ERROR, reason).end());
  }

  /** The trace id for a log line, or an empty text. */
  static String traceId(PendingEvent event) {
    String traceparent = event.trail().traceparent();
    return traceparent != null && traceparent.length() > FLAGS_AT
        ? traceparent.substring(3, 35)
        : "";
  }

  private enum Traceparent implements TextMapGetter<PendingEvent> {
    GETTER;

    @Override
    public Iterable<String> keys(PendingEvent event) {
      return List.of("traceparent");
    }

    @Override
    public String get(PendingEvent event, String key) {
      return key.equals("traceparent") ? event.trail().traceparent() : null;
    }
  }
}
