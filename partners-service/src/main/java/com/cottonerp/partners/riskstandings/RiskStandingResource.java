package com.cottonerp.partners.riskstandings;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerAccess;
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

@Path("/api/v1/partners/{id}/risk-standing")
@Tag(name = "Partners")
public class RiskStandingResource {
  private final PartnerAccess access;
  private final RiskStandings standings;

  RiskStandingResource(PartnerAccess access, RiskStandings standings) {
    this.access = access;
    this.standings = standings;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "How risk sees a partner",
      description = "A read model of risk-events: asOf and sequence say what it reflects.")
  @APIResponse(responseCode = "200", description = "The standing")
  @APIResponse(responseCode = "404", description = "not-found: no partner, or not assessed yet")
  public Uni<RiskStanding.View> get(@PathParam("id") UUID id) {
    return access
        .load(id)
        .chain(partner -> standings.findById(id))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("risk standing of partner", id).refused())
        .map(RiskStanding::view);
  }
}
