package com.cottonerp.relay.operations;

import com.cottonerp.relay.source.LaneState;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lane's lease, and what is pending in the lane and why. Owner and leasedUntil are null while no
 * replica owns the lane; state and reason are null until the replica that answers has looked at the
 * lane, and the reason is null while events move or there are none.
 */
record LaneView(
    int lane,
    @Nullable @Schema(description = "Null while no replica owns the lane") String owner,
    long epoch,
    @Nullable @Schema(description = "Null while no replica owns the lane") Instant leasedUntil,
    @Nullable @Schema(description = "Null until the replica that answers has looked at the lane")
        LaneState.State state,
    @Nullable @Schema(description = "Null while events move or there are none") String reason) {}
