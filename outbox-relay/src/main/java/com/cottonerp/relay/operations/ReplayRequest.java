package com.cottonerp.relay.operations;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Which past events to publish again; bounds are inclusive, and all that are given must hold. */
record ReplayRequest(
    UUID aggregateId,
    @Size(min = 1, max = 200) String type,
    Instant fromTime,
    Instant toTime,
    @Positive Long fromSequence,
    @Positive Long toSequence) {
  boolean isUnbounded() {
    return Stream.of(aggregateId, type, fromTime, toTime, fromSequence, toSequence)
        .allMatch(Objects::isNull);
  }
}
