package com.cottonerp.defaults.problem;

import java.time.DateTimeException;
import java.util.Arrays;

/**
 * Tells a request that nobody can read from a fault of ours: a form whose parts or boundary are
 * broken, a text or a nesting that a rule cannot get to the end of, a day beyond the calendar.
 */
final class UnreadableRequest {
  private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";
  private static final String FILES = "sun.nio.";

  private UnreadableRequest() {}

  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError
          || cause instanceof DateTimeException
          || isOfForm(cause)) {
        return true;
      }
    }
    return false;
  }

  // The parser of forms throws whatever comes: bare IOExceptions, and those of an index beyond an
  // end. What the file system throws while a form is stored is a fault of ours.
  private static boolean isOfForm(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return Arrays.stream(trace).anyMatch(call -> call.getClassName().startsWith(FORMS))
        && !trace[0].getClassName().startsWith(FILES);
  }
}
