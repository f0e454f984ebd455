package com.cottonerp.relay.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * A replay as an operator sees it.
 *
 * @param matched events that the filter selected when it was asked for
 * @param published of these, how many the broker has taken again
 * @param refused of these, how many the broker does not take; {@code lastError} says why
 */
public record Replay(
    UUID id,
    String state,
    @JsonRawValue String filter,
    String requestedBy,
    String reason,
    Integer rate,
    long matched,
    long published,
    long refused,
    String lastError,
    Instant createdAt,
    Instant finishedAt) {}
