package com.cottonerp.relay.outbox;

/**
 * The fact that the broker has this event.
 *
 * @param discardReason the reason when a tombstone was published in place of the event, else null
 */
public record Settlement(long id, String messageId, String discardReason) {
  String outcome() {
    return discardReason == null ? "PUBLISHED" : "DISCARDED";
  }
}
