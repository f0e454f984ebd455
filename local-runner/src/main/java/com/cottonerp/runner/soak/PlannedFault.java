package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.Optional;

/**
 * One fault of the plan.
 *
 * @param companion what the broker does by chance meanwhile
 * @param pause how long nothing goes wrong before it
 * @param length from its beginning to its end
 * @param choice which of several targets; also the seed of what the broker does by chance
 */
record PlannedFault(
    int number,
    FaultKind kind,
    Optional<FaultKind> companion,
    Duration pause,
    Duration length,
    int choice) {
  @Override
  public String toString() {
    return "fault %d: %s%s for %d ms (choice %d)"
        .formatted(
            number,
            kind,
            companion.map(other -> " with " + other).orElse(""),
            length.toMillis(),
            choice);
  }
}
