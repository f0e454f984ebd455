package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * One event of the log and where it is.
 *
 * @param payload only in the view of a single event
 */
record EventView(
    UUID eventId,
    long id,
    String status,
    String type,
    int version,
    String aggregateType,
    UUID aggregateId,
    long sequence,
    int lane,
    Instant occurredAt,
    Delivery delivery,
    @JsonRawValue String metadata,
    @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) String payload) {

  /** What the relay did with it so far. */
  record Delivery(
      int attempts,
      Instant nextAttemptAt,
      String lastError,
      Instant failedAt,
      Instant publishedAt,
      String messageId,
      String discardReason) {}
}
