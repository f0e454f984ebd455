package com.cottonerp.relay.outbox;

/**
 * A fact to record: the broker has this event.
 *
 * @param discardReason set when a tombstone was published in its place, else null
 */
public record Settlement(long id, String messageId, String discardReason) {
  String outcome() {
    return discardReason == null ? "PUBLISHED" : "DISCARDED";
  }
}
