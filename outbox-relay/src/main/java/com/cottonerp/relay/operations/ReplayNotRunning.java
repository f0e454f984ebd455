package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Only a running replay can be cancelled. */
@Explained(
    means = "Only a running replay can be cancelled, and this replay has ended.",
    remedy = "Nothing; read the replay to see how it ended.")
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
