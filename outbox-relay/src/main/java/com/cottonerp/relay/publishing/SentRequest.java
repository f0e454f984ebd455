package com.cottonerp.relay.publishing;

import io.opentelemetry.api.trace.Span;
import java.util.List;

/** One request in flight. Compared by identity. */
final class SentRequest {
  private final Publication publication;
  private final List<OutgoingEvent> events;
  private final List<Span> spans;
  private final long sentAt;

  SentRequest(Publication publication, List<OutgoingEvent> events, List<Span> spans, long sentAt) {
    this.publication = publication;
    this.events = events;
    this.spans = spans;
    this.sentAt = sentAt;
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

  int laneNumber() {
    return publication.lane().number();
  }
}
