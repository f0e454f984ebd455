package com.cottonerp.defaults.problem;

import java.util.Set;

/**
 * Tells a request that waited too long for others, or was chosen to give way to one, from a fault
 * of ours. It changed nothing, and is worth repeating.
 */
final class WaitedTooLong {
  // Serialization failure, deadlock, lock timeout, statement timeout.
  private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "57014");

  private WaitedTooLong() {}

  static boolean causes(Throwable failure, SqlRefusals refusals) {
    return refusals.statesAmong(failure, STATES::contains);
  }
}
