package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Refusal;

/**
 * After the upgrade that introduced heads, the relay needs a while to fill the heads of old events.
 */
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
