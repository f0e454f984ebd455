package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event of the log and where it is.
 *
 * @param id its place in the log
 * @param metadata a JSON object, such as of the trace and the cause
 * @param payload the JSON object that is published; only in the view of a single event
 */
record EventView(
    UUID eventId,
    long id,
    @Schema(enumeration = {"PENDING", "PUBLISHED", "FAILED", "DISCARDED"}) String status,
    String type,
    int version,
    String aggregateType,
    UUID aggregateId,
    long sequence,
    int lane,
    Instant occurredAt,
    Delivery delivery,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String metadata,
    @Nullable
        @JsonRawValue
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(type = SchemaType.OBJECT, description = "Only in the view of a single event")
        String payload) {

  /**
   * What the relay did with it so far.
   *
   * @param nextAttemptAt null unless it waits for another attempt
   * @param lastError null, as failedAt, of an event that did not fail, and of one that is settled
   * @param publishedAt null until it is published; of a DISCARDED event that of its tombstone
   * @param messageId of the broker; null until it is published
   * @param discardReason null unless an operator discarded it
   */
  record Delivery(
      int attempts,
      @Nullable Instant nextAttemptAt,
      @Nullable String lastError,
      @Nullable Instant failedAt,
      @Nullable @Schema(description = "Of a DISCARDED event that of its tombstone")
          Instant publishedAt,
      @Nullable String messageId,
      @Nullable String discardReason) {}
}
