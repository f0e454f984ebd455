package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Only a running replay can be cancelled. */
record ReplayNotRunning(UUID replayId, String replayState) implements Refusal {
  @Override
  public int status() {
    return CONFLICT;
  }

  @Override
  public String detail() {
    return "The replay %s is %s; only a RUNNING one can be cancelled"
        .formatted(replayId, replayState);
  }
}
