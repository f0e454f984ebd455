package com.cottonerp.relay.operations;

import java.time.Instant;

/**
 * A lane's lease, and what is pending in it and why; owner and leasedUntil are null while nobody
 * has it, state and reason until the replica that answers has looked.
 */
record LaneView(
    int lane, String owner, long epoch, Instant leasedUntil, String state, String reason) {}
