package com.cottonerp.eventing.outbox;

import java.util.UUID;

/**
 * An event in the outbox.
 *
 * @param alreadyAppended true when an event with the same idempotency key was there before; the id
 *     and the sequence are then those of the first one
 */
public record AppendedEvent(
    UUID eventId, UUID aggregateId, long sequence, String eventType, boolean alreadyAppended) {}
