package com.cottonerp.relay.replay;

import java.util.UUID;

/** A range of one aggregate's events; both bounds are inclusive. */
public record Tail(UUID aggregateId, long fromSequence, long toSequence) {}
