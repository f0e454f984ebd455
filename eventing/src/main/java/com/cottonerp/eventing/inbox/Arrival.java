package com.cottonerp.eventing.inbox;

import io.opentelemetry.api.trace.Span;

/** An event that has arrived, and the span under which it is applied. Compared by identity. */
final class Arrival {
  private final EventEnvelope event;
  private final Span span;

  Arrival(EventEnvelope event, Span span) {
    this.event = event;
    this.span = span;
  }

  EventEnvelope event() {
    return event;
  }

  Span span() {
    return span;
  }

  EventPosition position() {
    return event.position();
  }
}
