package com.cottonerp.relay.operations;

import java.time.Instant;

/**
 * A lane's lease, and what is pending in the lane and why. Owner and leasedUntil are null while no
 * replica owns the lane; state and reason are null until the replica that answers has looked at the
 * lane.
 */
record LaneView(
    int lane, String owner, long epoch, Instant leasedUntil, String state, String reason) {}
