package com.cottonerp.relay.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the queue with its event. The payload stays the bytes that the database sent.
 *
 * @param discardReason the reason when a tombstone takes the place of the event, else null
 */
@SuppressWarnings("ArrayRecordComponent") // WHY: wrapped into the message without a copy.
public record PendingEvent(
    long id,
    int lane,
    UUID aggregateId,
    int attempts,
    String discardReason,
    Facts facts,
    Trail trail,
    byte[] payload) {

  /** The event's attributes for subscribers, besides the payload. */
  public record Facts(
      UUID eventId,
      String aggregateType,
      long sequence,
      String eventType,
      int eventVersion,
      Instant occurredAt) {}

  /** The origin of the event; each part null when unknown. */
  public record Trail(String traceparent, String correlationId, String causationId) {}

  public boolean isDiscarded() {
    return discardReason != null;
  }
}
