package com.cottonerp.eventing.outbox;

import com.cottonerp.contracts.PublishedEvent;

/** The event would not fit into a message; the transaction of its change fails. */
public final class PayloadTooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  PayloadTooLargeException(PublishedEvent event, int bytes, int limit) {
    super(
        "The payload of %s has %d bytes; the limit is %d"
            .formatted(event.getClass().getSimpleName(), bytes, limit));
  }
}
