package com.cottonerp.runner;

/** Something that the person at the keyboard can put right; shown without a stack trace. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
