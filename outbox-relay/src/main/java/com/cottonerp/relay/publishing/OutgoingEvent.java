package com.cottonerp.relay.publishing;

import com.cottonerp.relay.outbox.PendingEvent;
import com.google.pubsub.v1.PubsubMessage;
import java.util.UUID;

/**
 * An event as the message that goes out.
 *
 * @param bytes the size of the message on the wire
 * @param violation which limit of Pub/Sub the message breaks, else null
 */
record OutgoingEvent(PendingEvent event, PubsubMessage message, int bytes, String violation) {
  /** Sent alone, so that it cannot hold up others: it is known to be refused, or was before. */
  boolean isSuspect() {
    return violation != null || event.attempts() > 0;
  }

  UUID aggregateId() {
    return event.aggregateId();
  }
}
