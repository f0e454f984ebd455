package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event of the log and its delivery.
 *
 * @param id the position in the log
 * @param metadata a JSON object, with trace and cause
 * @param payload the published JSON object; only in the view of a single event
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
   * The delivery of the event so far.
   *
   * @param nextAttemptAt null unless the event waits for another attempt
   * @param lastError null, like failedAt, for an event that did not fail or is settled
   * @param publishedAt null until the event is published; for a DISCARDED event, the tombstone's
   *     time
   * @param messageId the broker's id; null until the event is published
   * @param discardReason null unless an operator discarded the event
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
