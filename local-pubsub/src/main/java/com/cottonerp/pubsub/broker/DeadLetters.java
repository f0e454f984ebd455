package com.cottonerp.pubsub.broker;

import com.google.pubsub.v1.Subscription;

/** Forwards messages after too many deliveries. */
interface DeadLetters {
  /**
   * @return false when the dead-letter topic does not exist; the message then stays
   */
  boolean forward(Subscription source, Delivery delivery);
}
