package com.cottonerp.relay.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the queue with its event. The payload stays the bytes that the database sent.
 *
 * @param discardReason set when only a tombstone shall be published, else null
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

  /** What subscribers are told besides the payload. */
  public record Facts(
      UUID eventId,
      String aggregateType,
      long sequence,
      String eventType,
      int eventVersion,
      Instant occurredAt) {}

  /** Where the event came from; each part null when unknown. */
  public record Trail(String traceparent, String correlationId, String causationId) {}

  public boolean isDiscarded() {
    return discardReason != null;
  }
}
