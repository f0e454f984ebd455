package com.cottonerp.eventing.inbox;

import java.time.Instant;
import java.util.UUID;

/** An event on its way. Compared by identity: each publication of an event is another message. */
final class Message {
  final int aggregate;
  final EventPosition position;
  boolean acknowledged;

  Message(int aggregate, long sequence, UUID eventId) {
    this.aggregate = aggregate;
    this.position =
        new EventPosition(eventId, "Ledger", new UUID(0, aggregate), sequence, Instant.EPOCH);
  }

  long sequence() {
    return position.sequence();
  }

  UUID id() {
    return position.eventId();
  }

  Message again() {
    return new Message(aggregate, sequence(), id());
  }

  @Override
  public String toString() {
    return "%d/%d(%d)".formatted(aggregate, sequence(), id().getLeastSignificantBits());
  }
}
