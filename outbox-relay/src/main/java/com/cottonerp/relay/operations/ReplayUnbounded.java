package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** A replay of everything is most likely a mistake. */
@Explained(
    means =
        "A replay names nothing that restricts it. A replay of a whole outbox is most likely a mistake.",
    remedy = "Name an aggregate, a type, a time or a sequence.")
record ReplayUnbounded() implements Refusal {
  @Override
  public int status() {
    return UNPROCESSABLE;
  }

  @Override
  public String detail() {
    return "Restrict the replay by aggregateId, type, time or sequence";
  }
}
