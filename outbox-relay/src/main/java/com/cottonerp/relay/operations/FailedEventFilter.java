package com.cottonerp.relay.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Selects FAILED events; all given conditions must hold.
 *
 * @param errorContains a part of {@code lastError}, in upper or lower case
 * @param failedAfter inclusive
 * @param failedBefore exclusive
 */
record FailedEventFilter(
    @Size(min = 1, max = 200) String type,
    UUID aggregateId,
    @Size(min = 1, max = 500) String errorContains,
    Instant failedAfter,
    Instant failedBefore) {
  @JsonIgnore
  boolean isUnbounded() {
    return Stream.of(type, aggregateId, errorContains, failedAfter, failedBefore)
        .allMatch(Objects::isNull);
  }
}
