package com.cottonerp.eventing.readmodels;

import jakarta.ws.rs.ServiceUnavailableException;

/** A read model is being filled, so nothing is decided by what it does not hold. Retriable. */
public class ReadModelIncompleteException extends ServiceUnavailableException {
  private static final long serialVersionUID = 1L;

  ReadModelIncompleteException(String names) {
    super(names + " is being filled from past events; repeat the request in a moment");
  }
}
