package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Refusal;

/** So many replays are not finished that no more are taken. */
record TooManyReplays(String source) implements Refusal {
  @Override
  public int status() {
    return RETRY_LATER;
  }

  @Override
  public String detail() {
    return "Too many replays of the outbox %s are not finished; wait for them or cancel some"
        .formatted(source);
  }
}
