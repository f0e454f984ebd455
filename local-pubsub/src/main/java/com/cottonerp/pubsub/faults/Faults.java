package com.cottonerp.pubsub.faults;

import io.grpc.Status;

/**
 * What goes wrong, asked for each request and each delivery. Called on the loop of the broker only.
 */
public interface Faults {
  /** Nothing goes wrong. */
  Faults NONE = new Faults() {};

  /** What happens to one publish request. */
  record Publish(long delayMillis, Status refusal, boolean duplicate, boolean answerLost) {
    public static final Publish FINE = new Publish(0, null, false, false);
  }

  default Publish publish() {
    return Publish.FINE;
  }

  /** Whether a line that could be delivered waits for {@link #delayMillis} first. */
  default boolean delaysDelivery() {
    return false;
  }

  default long delayMillis() {
    return 0;
  }

  /** Whether what waits behind a line goes before it. */
  default boolean letsOthersPass() {
    return false;
  }

  /** Whether a delivered message comes again at once, as if its deadline had passed. */
  default boolean duplicatesDelivery() {
    return false;
  }

  /** Whether an acknowledgement is answered and forgotten. */
  default boolean losesAcknowledgement() {
    return false;
  }
}
