package com.cottonerp.runner;

/** An error that the user can correct; shown without a stack trace. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
