package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** The source's database does not answer right now. */
@Explained(
    means = "The database of the outbox does not answer the relay.",
    remedy = "Repeat the request after Retry-After; look at the database if it lasts.")
record OutboxUnreachable(String source, String reason) implements Refusal {
  @Override
  public int status() {
    return RETRY_LATER;
  }

  @Override
  public String detail() {
    return "The database of the outbox %s cannot be used right now: %s".formatted(source, reason);
  }
}
