package com.cottonerp.eventing.inbox;

import java.time.Instant;
import java.util.UUID;

/** Which event this is, and where it stands among the events of its aggregate. */
public record EventPosition(
    UUID eventId, String aggregateType, UUID aggregateId, long sequence, Instant occurredAt) {}
