package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/**
 * After the upgrade that introduced heads, the relay needs a while to fill the heads of old events.
 */
@Explained(
    means = "After an upgrade the relay still finds out how far each aggregate is published.",
    remedy = "Repeat the request after Retry-After.")
record HeadsNotFilled(String source) implements Refusal {
  @Override
  public int status() {
    return RETRY_LATER;
  }

  @Override
  public String detail() {
    return "How far the aggregates of the outbox %s are published is still being found out"
        .formatted(source);
  }
}
