package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** A discard of all failed events is most likely a mistake, and cannot be undone. */
@Explained(
    means = "The request would discard all failed events of an outbox, which cannot be undone.",
    remedy = "Restrict what is discarded by type, aggregateId, error or time.")
record DiscardUnbounded() implements Refusal {
  @Override
  public int status() {
    return UNPROCESSABLE;
  }

  @Override
  public String detail() {
    return "Restrict what is discarded by type, aggregateId, error or time";
  }
}
