package com.cottonerp.defaults.inbox;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An aggregate of which a projection lacks published events.
 *
 * @param lastApplied the number of the last event that was applied; 0 for none
 * @param knownSequence up to where events are known to have been published
 * @param foundBy ARRIVAL: a later event came; LIMIT: too many messages were parked; VERIFICATION:
 *     the relay has published more
 * @param attempts how often the missing events were asked for
 * @param unfillableSince since when the outbox is known not to have all of them any more; null: it
 *     may have them
 */
public record GapView(
    String projection,
    UUID aggregateId,
    String outbox,
    long lastApplied,
    long knownSequence,
    @Schema(enumeration = {"ARRIVAL", "LIMIT", "VERIFICATION"}) String foundBy,
    Instant foundAt,
    int attempts,
    Instant nextAttemptAt,
    @Nullable
        @Schema(
            description =
                "Since when the outbox has not all of them any more; null: it may have them")
        Instant unfillableSince) {}
