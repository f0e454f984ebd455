package com.cottonerp.eventing.outbox;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import java.util.UUID;

/** One row of {@code outbox_event}; its JSON names are the column names. */
@JsonNaming(SnakeCaseStrategy.class)
record OutboxRow(
    UUID eventId,
    String topic,
    String aggregateType,
    UUID aggregateId,
    long sequence,
    String eventType,
    int eventVersion,
    @JsonRawValue String payload,
    Map<String, String> metadata,
    String idempotencyKey) {}
