package com.cottonerp.partners.documents.pdf;

import java.util.Arrays;

/** How the reading of a PDF ended, as the exit code of the process that read it. */
enum Outcome {
  READ(0, ""),
  UNREADABLE(10, "The PDF could not be read"),
  ENCRYPTED(11, "The PDF could not be read: it is encrypted"),
  TOO_LARGE(12, "The PDF could not be read: it unpacks to more than can be held");

  /** Of a JVM that was started with -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  private final int exitCode;
  private final String reason;

  Outcome(int exitCode, String reason) {
    this.exitCode = exitCode;
    this.reason = reason;
  }

  /** Any other code is that of a process which was killed, or did not get as far as the PDF. */
  static Outcome of(int exitCode) {
    return exitCode == OUT_OF_MEMORY
        ? TOO_LARGE
        : Arrays.stream(values())
            .filter(outcome -> outcome.exitCode == exitCode)
            .findFirst()
            .orElse(UNREADABLE);
  }

  int exitCode() {
    return exitCode;
  }

  String reason() {
    return reason;
  }
}
