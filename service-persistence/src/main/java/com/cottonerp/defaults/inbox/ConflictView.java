package com.cottonerp.defaults.inbox;

import java.time.Instant;
import java.util.UUID;

/** A message that carries the number of another event; without its payload. */
public record ConflictView(
    String projection,
    UUID aggregateId,
    long sequence,
    UUID eventId,
    String eventType,
    Instant receivedAt) {}
