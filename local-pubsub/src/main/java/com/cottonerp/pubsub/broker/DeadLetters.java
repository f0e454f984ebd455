package com.cottonerp.pubsub.broker;

import com.google.pubsub.v1.Subscription;

/** Where messages go that were delivered too often. */
interface DeadLetters {
  /**
   * @return false when there is no such topic, and the message stays where it is
   */
  boolean forward(Subscription source, Delivery delivery);
}
