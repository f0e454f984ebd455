package com.cottonerp.relay.publishing;

import com.cottonerp.relay.lane.Lane;

/**
 * Events of a lane, from this id on, that left the memory although nothing became of them: they are
 * in the outbox as they were, and whoever owns the lane fetches them again.
 */
public record Forgotten(Lane lane, long firstId) {}
