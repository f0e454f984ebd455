package com.cottonerp.eventing.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * A parked message, without its payload.
 *
 * @param reason GAP: an earlier event is missing and was asked for; BEHIND: it waits behind one
 *     that could not be applied; ERROR: it could not be applied
 * @param attempts how often it could not be applied
 * @param nextAttemptAt when it is tried again by itself; null: not because of an error, or not any
 *     more
 */
public record ParkedView(
    String projection,
    UUID aggregateId,
    long sequence,
    UUID eventId,
    String eventType,
    String reason,
    String error,
    Instant parkedAt,
    int attempts,
    Instant nextAttemptAt) {}
