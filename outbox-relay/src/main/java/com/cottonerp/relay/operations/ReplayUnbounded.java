package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Refusal;

/** A replay of everything is most likely a mistake. */
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
