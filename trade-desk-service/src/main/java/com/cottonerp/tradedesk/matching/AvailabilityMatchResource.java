package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.tradedesk.availabilities.Availabilities;
import com.cottonerp.tradedesk.posting.ActingPartner;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/availabilities/{id}/matches")
@Tag(name = "Matches")
public class AvailabilityMatchResource {
  private final ActingPartner acting;
  private final Matches matches;
  private final Availabilities availabilities;
  private final MatchViews views;

  AvailabilityMatchResource(
      ActingPartner acting, Matches matches, Availabilities availabilities, MatchViews views) {
    this.acting = acting;
    this.matches = matches;
    this.availabilities = availabilities;
    this.views = views;
  }

  @GET
  @RolesAllowed(Permission.AVAILABILITY_READ)
  @WithSession
  @Operation(
      summary =
          "The matches of an availability, best first by what the caller may see of the score",
      description = "For the seller. Who buys stays hidden until the parties negotiate.")
  public Uni<MatchList> listMatchesOfAvailability(
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return availabilities
        .get(id)
        .invoke(acting::mustOwn)
        .chain(() -> matches.ofAvailability(id))
        .chain(found -> views.best(found, limit))
        .map(items -> new MatchList(items, null));
  }
}
