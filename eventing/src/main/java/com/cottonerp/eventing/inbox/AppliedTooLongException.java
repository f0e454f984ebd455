package com.cottonerp.eventing.inbox;

import java.time.Duration;

/** An event took longer to apply than it may. */
final class AppliedTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AppliedTooLongException(Duration limit) {
    super("It was not applied within " + limit);
  }
}
