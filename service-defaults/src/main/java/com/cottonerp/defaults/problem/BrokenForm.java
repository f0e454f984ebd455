package com.cottonerp.defaults.problem;

import java.util.Arrays;

/**
 * Tells a form whose parts or boundary are broken from a fault of ours. The framework's parser of
 * forms throws whatever comes: bare IOExceptions, and those of an index beyond an end.
 */
final class BrokenForm {
  private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";
  private static final String FILES = "sun.nio.";

  private BrokenForm() {}

  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOfForm(cause.getStackTrace())) {
        return true;
      }
    }
    return false;
  }

  // What the file system throws while a form is stored is a fault of ours.
  private static boolean isOfForm(StackTraceElement[] trace) {
    return Arrays.stream(trace).anyMatch(call -> call.getClassName().startsWith(FORMS))
        && !trace[0].getClassName().startsWith(FILES);
  }
}
