package com.cottonerp.eventing.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** The CloudEvents attributes of a message (binary mode), checked and typed. */
record EventEnvelope(
    EventPosition position,
    String source,
    String type,
    int version,
    String traceparent,
    String correlationId,
    boolean tombstone,
    Map<String, String> attributes,
    byte[] data) {

  static EventEnvelope of(ReceivedMessage message) {
    return of(message.attributes(), message.data());
  }

  /** Fails with {@link UnreadableMessageException} when the message is not an event of ours. */
  static EventEnvelope of(Map<String, String> attributes, byte[] data) {
    try {
      EventPosition position =
          new EventPosition(
              UUID.fromString(required(attributes, "ce-id")),
              attributes.getOrDefault("ce-aggregatetype", ""),
              UUID.fromString(required(attributes, "ce-subject")),
              sequence(required(attributes, "ce-sequence")),
              time(attributes.get("ce-time")));
      boolean tombstone = "true".equals(attributes.get("tombstone"));
      return new EventEnvelope(
          position,
          required(attributes, "ce-source"),
          // The type may be what Pub/Sub refused; a tombstone does without it.
          tombstone ? attributes.getOrDefault("ce-type", "") : required(attributes, "ce-type"),
          Integer.parseInt(attributes.getOrDefault("ce-eventversion", "1")),
          attributes.get("ce-traceparent"),
          attributes.get("ce-correlationid"),
          tombstone,
          attributes,
          data);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new UnreadableMessageException(wrong.getMessage());
    }
  }

  /** The outbox it came from: the last segment of the source, such as {@code partners}. */
  String outbox() {
    return source.substring(source.lastIndexOf('/') + 1);
  }

  private static long sequence(String value) {
    long sequence = Long.parseLong(value);
    if (sequence < 1) {
      throw new IllegalArgumentException("ce-sequence starts at 1, not at " + value);
    }
    return sequence;
  }

  private static Instant time(String value) {
    return value == null ? Instant.EPOCH : OffsetDateTime.parse(value).toInstant();
  }

  private static String required(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The attribute " + name + " is missing");
    }
    return value;
  }
}
