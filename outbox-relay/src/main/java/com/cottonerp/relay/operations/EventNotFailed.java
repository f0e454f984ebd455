package com.cottonerp.relay.operations;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;
import java.util.UUID;

/** Only a FAILED event can be requeued or discarded. */
@Explained(
    means = "Only a failed event can be requeued or discarded.",
    remedy = "Read the event; somebody else may have requeued or discarded it.")
record EventNotFailed(UUID eventId, String eventStatus) implements Refusal {
  @Override
  public int status() {
    return CONFLICT;
  }

  @Override
  public String detail() {
    return "Event %s is %s; only a FAILED event can be requeued or discarded"
        .formatted(eventId, eventStatus);
  }
}
