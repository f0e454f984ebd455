package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Refusal;

/** After the upgrade that introduced heads, those of earlier events are filled in for a while. */
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
