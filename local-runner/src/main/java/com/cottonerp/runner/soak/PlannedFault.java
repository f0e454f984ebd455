package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.Optional;

/**
 * One fault of the plan.
 *
 * @param companion a fault of the broker by chance, at the same time
 * @param pause the time without faults before this fault
 * @param length the time from begin to end
 * @param choice chooses one of several targets, and seeds the companion
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
