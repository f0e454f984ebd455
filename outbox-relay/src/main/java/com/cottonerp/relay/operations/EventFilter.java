package com.cottonerp.relay.operations;

import com.cottonerp.defaults.paging.After;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The query parameters of the list of events. */
record EventFilter(
    @QueryParam("status")
        @Pattern(
            regexp = "PENDING|PUBLISHED|FAILED|DISCARDED",
            message = "must be PENDING, PUBLISHED, FAILED or DISCARDED")
        String status,
    @QueryParam("aggregateId")
        @Pattern(
            regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            message = "must be a UUID")
        String aggregateId,
    @QueryParam("type") String type,
    @QueryParam("after") After after,
    @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {

  UUID aggregate() {
    return aggregateId == null ? null : UUID.fromString(aggregateId);
  }

  long afterId() {
    if (after == null) {
      return 0;
    }
    try {
      return Long.parseLong(after.position());
    } catch (NumberFormatException made) {
      throw After.refused();
    }
  }
}
