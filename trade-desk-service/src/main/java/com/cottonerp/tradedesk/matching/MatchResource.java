package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/matches")
@Tag(name = "Matches")
public class MatchResource {
  private final Matches matches;
  private final MatchViews views;

  MatchResource(Matches matches, MatchViews views) {
    this.matches = matches;
    this.views = views;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Permission.REQUIREMENT_READ, Permission.AVAILABILITY_READ})
  @WithSession
  @Operation(summary = "One match", description = "For its parties, and for internal users.")
  @APIResponse(responseCode = "200", description = "The match")
  public Uni<MatchView> get(@PathParam("id") UUID id) {
    return matches.get(id).chain(views::of);
  }
}
