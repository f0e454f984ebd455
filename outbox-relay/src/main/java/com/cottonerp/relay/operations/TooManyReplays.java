package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** Too many replays are unfinished to accept another replay. */
@Explained(
    means = "Too many replays of the outbox are not finished yet.",
    remedy = "Wait for one of them to end, or cancel one.")
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
