package com.cottonerp.defaults.problem;

import java.time.DateTimeException;
import java.util.Set;

/**
 * Tells a value that the database or the calendar cannot hold, or that a rule cannot get to the end
 * of, from a fault of ours: a number or a time out of range, a text that is too long for an index
 * or a pattern. Limits of fields are checked first; this is the last line.
 */
final class UnstorableValue {
  // Data exception; more than the database is made for.
  private static final Set<String> CLASSES = Set.of("22", "54");

  private UnstorableValue() {}

  static boolean causes(Throwable failure, SqlRefusals refusals) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DateTimeException || cause instanceof StackOverflowError) {
        return true;
      }
    }
    return refusals.statesAmong(
        failure, state -> state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
