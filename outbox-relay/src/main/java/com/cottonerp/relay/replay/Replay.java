package com.cottonerp.relay.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A replay as an operator sees it.
 *
 * @param filter a JSON object: what the request restricted the replay by
 * @param reason null when the request gave none
 * @param rate events per second; null: as many as the spare time allows
 * @param matched events that the filter selected when it was asked for
 * @param published of these, how many the broker has taken again
 * @param refused of these, how many the broker does not take; {@code lastError} says why
 */
public record Replay(
    UUID id,
    @Schema(enumeration = {"RUNNING", "FINISHED", "CANCELLED"}) String state,
    @JsonRawValue @Schema(type = SchemaType.OBJECT) String filter,
    String requestedBy,
    @Nullable String reason,
    @Nullable @Schema(description = "Events per second; null: as many as the spare time allows")
        Integer rate,
    long matched,
    long published,
    long refused,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable @Schema(description = "Null while it is running") Instant finishedAt) {}
