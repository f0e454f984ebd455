package com.cottonerp.relay.operations;

import com.cottonerp.defaults.paging.After;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The query parameters of the list of replays. */
record ReplayList(
    @QueryParam("state")
        @Pattern(
            regexp = "RUNNING|FINISHED|CANCELLED",
            message = "must be RUNNING, FINISHED or CANCELLED")
        String state,
    @QueryParam("after") After after,
    @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {

  UUID before() {
    return after == null ? null : after.id();
  }
}
