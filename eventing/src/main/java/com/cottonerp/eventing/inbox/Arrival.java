package com.cottonerp.eventing.inbox;

import com.cottonerp.contracts.PublishedEvent;
import io.opentelemetry.api.trace.Span;

/** An event that has arrived, and the span under which it is applied. Compared by identity. */
final class Arrival {
  private final EventEnvelope event;
  private final Span span;
  private volatile PublishedEvent payload;

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

  /** Null before it was {@link #read}. */
  PublishedEvent payload() {
    return payload;
  }

  void read(PublishedEvent content) {
    payload = content;
  }

  EventPosition position() {
    return event.position();
  }
}
