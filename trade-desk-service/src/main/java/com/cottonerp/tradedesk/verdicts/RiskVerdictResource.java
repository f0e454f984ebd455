package com.cottonerp.tradedesk.verdicts;

import com.cottonerp.defaults.problem.NotFound;
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

@Path("/api/v1/risk-verdicts")
@Tag(name = "Risk verdicts")
public class RiskVerdictResource {
  private final RiskVerdicts verdicts;

  RiskVerdictResource(RiskVerdicts verdicts) {
    this.verdicts = verdicts;
  }

  @GET
  @Path("/{subjectId}")
  @RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
  @WithSession
  @Operation(
      summary = "What risk said of a post or a match",
      description = "The last verdict with its factors. A read model of risk-events.")
  @APIResponse(responseCode = "200", description = "The verdict")
  @APIResponse(responseCode = "404", description = "Not judged, or not yet")
  public Uni<RiskVerdict.View> get(@PathParam("subjectId") UUID subjectId) {
    return verdicts
        .findById(subjectId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("verdict on", subjectId).refused())
        .map(RiskVerdict::view);
  }
}
