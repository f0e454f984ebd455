package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** One id names one replay. */
@Explained(
    means = "The id names a replay of other events, or of the same events at another rate.",
    remedy = "Send a new id, or none.")
record ReplayIdTaken(UUID id) implements Refusal {
  @Override
  public int status() {
    return CONFLICT;
  }

  @Override
  public String detail() {
    return "The id %s names a replay of other events or at another rate".formatted(id);
  }
}
