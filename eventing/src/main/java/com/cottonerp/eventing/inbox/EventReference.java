package com.cottonerp.eventing.inbox;

import java.util.UUID;

/**
 * Names an event so that another service can tell whether it has applied the event.
 *
 * @param outbox the outbox that published the event, such as {@code trade-desk}
 * @param sequence the number of the event among the events of its aggregate, from 1 on
 */
public record EventReference(UUID eventId, String outbox, UUID aggregateId, long sequence) {}
