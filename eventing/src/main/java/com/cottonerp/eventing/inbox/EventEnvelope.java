package com.cottonerp.eventing.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** The CloudEvents attributes of a message (binary mode), checked and typed. */
@SuppressWarnings("ArrayRecordComponent") // WHY: passed on to the reader without a copy.
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

  private static final int LENGTH_OF_UUID = 36;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  static EventEnvelope of(ReceivedMessage message) {
    return of(message.attributes(), message.data());
  }

  /** Fails with {@link UnreadableMessageException} when the message is not an event of ours. */
  static EventEnvelope of(Map<String, String> attributes, byte[] data) {
    try {
      mustBeStorable(attributes);
      EventPosition position =
          new EventPosition(
              uuid(attributes, "ce-id"),
              attributes.getOrDefault("ce-aggregatetype", ""),
              uuid(attributes, "ce-subject"),
              sequence(required(attributes, "ce-sequence")),
              time(attributes.get("ce-time")));
      boolean tombstone = "true".equals(attributes.get("tombstone"));
      return new EventEnvelope(
          position,
          required(attributes, "ce-source"),
          // The type may be what Pub/Sub refused; a tombstone does without it.
          tombstone ? attributes.getOrDefault("ce-type", "") : required(attributes, "ce-type"),
          version(attributes.getOrDefault("ce-eventversion", "1")),
          attributes.get("ce-traceparent"),
          attributes.get("ce-correlationid"),
          tombstone,
          attributes,
          data);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new UnreadableMessageException(wrong.getMessage());
    }
  }

  /** WHY here: an outbox cannot hold such a text, and no table of a projection could either. */
  private static void mustBeStorable(Map<String, String> attributes) {
    attributes.forEach(
        (name, value) -> {
          if (!StorableText.isStorable(name) || !StorableText.isStorable(value)) {
            throw new IllegalArgumentException(
                "The attribute %s holds NUL or half a surrogate pair".formatted(name));
          }
        });
  }

  private static UUID uuid(Map<String, String> attributes, String name) {
    String value = required(attributes, name);
    if (value.length() != LENGTH_OF_UUID) {
      throw new IllegalArgumentException("The attribute " + name + " is no UUID");
    }
    return UUID.fromString(value);
  }

  private static long sequence(String value) {
    try {
      long sequence = Long.parseLong(value);
      if (sequence >= 1) {
        return sequence;
      }
    } catch (NumberFormatException notWhole) {
      // Told below.
    }
    throw new IllegalArgumentException("ce-sequence is no whole number from 1 on");
  }

  private static int version(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notWhole) {
      throw new IllegalArgumentException("ce-eventversion is no whole number", notWhole);
    }
  }

  /** WHY the bounds: neither PostgreSQL nor a duration takes every time that can be written. */
  private static Instant time(String value) {
    Instant time = value == null ? Instant.EPOCH : OffsetDateTime.parse(value).toInstant();
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException("ce-time is not between 1970 and 9999");
    }
    return time;
  }

  private static String required(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The attribute " + name + " is missing");
    }
    return value;
  }
}
