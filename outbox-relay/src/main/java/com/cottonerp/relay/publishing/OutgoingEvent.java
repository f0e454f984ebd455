package com.cottonerp.relay.publishing;

import com.cottonerp.relay.outbox.PendingEvent;
import com.google.pubsub.v1.PubsubMessage;
import java.util.UUID;

/**
 * An event as an outgoing message.
 *
 * @param bytes the size of the message on the wire
 * @param violation the limit of Pub/Sub that the message breaks, else null
 */
record OutgoingEvent(PendingEvent event, PubsubMessage message, int bytes, String violation) {
  /** Whether the event is sent alone: the broker will refuse, or has refused, the event. */
  boolean isSuspect() {
    return violation != null || event.attempts() > 0;
  }

  UUID aggregateId() {
    return event.aggregateId();
  }
}
