package com.cottonerp.defaults.inbox;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A parked message, without its payload.
 *
 * @param reason GAP: an earlier event is missing and was asked for; BEHIND: it waits behind one
 *     that could not be applied; ERROR: it could not be applied
 * @param error of the last attempt; null when it was not tried
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
    @Schema(enumeration = {"GAP", "BEHIND", "ERROR"}) String reason,
    @Nullable String error,
    Instant parkedAt,
    int attempts,
    @Nullable @Schema(description = "Null: it is not tried again by itself")
        Instant nextAttemptAt) {}
