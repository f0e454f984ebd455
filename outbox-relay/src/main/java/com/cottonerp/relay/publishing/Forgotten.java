package com.cottonerp.relay.publishing;

import com.cottonerp.relay.lane.Lane;

/**
 * Events of a lane, from this id on, that left the memory unpublished. They are unchanged in the
 * outbox, and the owner of the lane fetches them again.
 */
public record Forgotten(Lane lane, long firstId) {}
