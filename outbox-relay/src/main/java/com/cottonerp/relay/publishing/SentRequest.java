package com.cottonerp.relay.publishing;

import io.opentelemetry.api.trace.Span;
import java.util.List;

/** One request in flight. Compared by identity. */
final class SentRequest {
  private final Publication publication;
  private final List<OutgoingEvent> events;
  private final List<Span> spans;
  private final long sentAt;
  private final long heldBytes;

  SentRequest(Publication publication, List<OutgoingEvent> events, List<Span> spans, long sentAt) {
    this.publication = publication;
    this.events = events;
    this.spans = spans;
    this.sentAt = sentAt;
    this.heldBytes = publication.bytes();
  }

  Publication publication() {
    return publication;
  }

  List<OutgoingEvent> events() {
    return events;
  }

  List<Span> spans() {
    return spans;
  }

  long sentAt() {
    return sentAt;
  }

  /** The bytes of the whole publication; this request carries the front of that publication. */
  long heldBytes() {
    return heldBytes;
  }

  int laneNumber() {
    return publication.lane().number();
  }
}
