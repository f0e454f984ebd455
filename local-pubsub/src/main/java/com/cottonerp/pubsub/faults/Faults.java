package com.cottonerp.pubsub.faults;

import io.grpc.Status;

/** Decides the faults of each request and each delivery. Called on the loop of the broker only. */
public interface Faults {
  /** No faults. */
  Faults NONE = new Faults() {};

  /** The faults of one publish request. */
  record Publish(long delayMillis, Status refusal, boolean duplicate, boolean answerLost) {
    public static final Publish FINE = new Publish(0, null, false, false);
  }

  default Publish publish() {
    return Publish.FINE;
  }

  /** Whether a deliverable line waits for {@link #delayMillis} first. */
  default boolean delaysDelivery() {
    return false;
  }

  default long delayMillis() {
    return 0;
  }

  /** Whether the lines behind a line go first. */
  default boolean letsOthersPass() {
    return false;
  }

  /** Whether a message is delivered twice, as if its deadline had passed. */
  default boolean duplicatesDelivery() {
    return false;
  }

  /** Whether the server answers an acknowledgement and then forgets the acknowledgement. */
  default boolean losesAcknowledgement() {
    return false;
  }
}
