package com.cottonerp.defaults.problem;

/**
 * Tells a value that the database cannot hold from a fault of ours: a number or a time out of
 * range, a NUL in a text. Limits of fields are checked first; this is the last line.
 */
final class UnstorableValue {
  private static final String DATA_EXCEPTION = "22";

  private UnstorableValue() {}

  static boolean causes(Throwable failure) {
    return SqlStates.among(failure, state -> state.startsWith(DATA_EXCEPTION));
  }
}
