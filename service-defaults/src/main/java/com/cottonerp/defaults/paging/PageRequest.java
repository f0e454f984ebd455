package com.cottonerp.defaults.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/**
 * The query parameters of every list that has pages.
 *
 * @param after null for the first page
 * @param limit how many things a page has at most
 */
public record PageRequest(
    @QueryParam("after") After after,
    @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {

  /** Null for the first page. */
  public String position() {
    return after == null ? null : after.position();
  }

  /** For a list in the order of ids; null for the first page. */
  public UUID afterId() {
    return after == null ? null : after.id();
  }
}
