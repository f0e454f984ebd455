package com.cottonerp.relay.operations;

import com.cottonerp.relay.source.LaneState;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lane's lease, with the lane's pending events and their state. Owner and leasedUntil are null
 * while no replica owns the lane. State and reason are null until the answering replica has looked
 * at the lane; the reason is also null while events move or no event is pending.
 */
record LaneView(
    int lane,
    @Nullable @Schema(description = "Null while no replica owns the lane") String owner,
    long epoch,
    @Nullable @Schema(description = "Null while no replica owns the lane") Instant leasedUntil,
    @Nullable @Schema(description = "Null until the replica that answers has looked at the lane")
        LaneState.State state,
    @Nullable @Schema(description = "Null while events move or there are none") String reason) {}
