package com.cottonerp.relay.operations;

import java.time.Instant;

/** A lane's lease; owner and leasedUntil are null while nobody has it. */
record LaneView(int lane, String owner, long epoch, Instant leasedUntil) {}
