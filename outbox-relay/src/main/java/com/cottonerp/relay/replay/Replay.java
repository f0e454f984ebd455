package com.cottonerp.relay.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A replay as an operator sees the replay.
 *
 * @param filter a JSON object: the conditions of the request
 * @param reason null when the request gave no reason
 * @param rate events per second; null for as many as the spare time allows
 * @param matched the number of events that the filter selected at the time of the request
 * @param published how many of these events the broker has accepted again
 * @param refused how many of these events the broker refuses; {@code lastError} says why
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
