package com.cottonerp.partners.overview;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners")
@Tag(name = "Overview of partners")
public class OverviewResource {
  private final DashboardQueries dashboard;
  private final Caller caller;

  OverviewResource(DashboardQueries dashboard, Caller caller) {
    this.dashboard = dashboard;
    this.caller = caller;
  }

  @GET
  @Path("/dashboard")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Counts of partners",
      description =
          "By status, class, KYC, risk, state, and by month of approval. For internal users.")
  @APIResponse(responseCode = "200", description = "The counts")
  public Uni<Dashboard> getPartnerDashboard() {
    caller.mustBeInternal();
    return dashboard.count();
  }
}
