package com.cottonerp.eventing.inbox;

/** The message carries no event: an attribute that every event has is missing or malformed. */
final class UnreadableMessageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnreadableMessageException(String message) {
    super(message);
  }
}
