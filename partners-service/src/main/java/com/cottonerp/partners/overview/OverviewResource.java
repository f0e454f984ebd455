package com.cottonerp.partners.overview;

import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerFilter;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

@Path("/api/v1/partners")
@Tag(name = "Overview of partners")
public class OverviewResource {
  private final DashboardQueries dashboard;
  private final CsvExport export;
  private final Caller caller;

  OverviewResource(DashboardQueries dashboard, CsvExport export, Caller caller) {
    this.dashboard = dashboard;
    this.export = export;
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

  @GET
  @Path("/export")
  @Produces(CsvExport.MEDIA_TYPE)
  @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"partners.csv\"")
  @RolesAllowed(Permission.PARTNER_READ)
  @Operation(
      summary = "A CSV file of partners, oldest first",
      description =
          "Takes the filters of the list. Streamed page by page: a partner that changes meanwhile is"
              + " shown once, as it was or as it is. Identifiers are masked without"
              + " PARTNER_VIEW_SENSITIVE. External users get their own partner.")
  @APIResponse(
      responseCode = "200",
      description = "One line for each partner, under a line of names",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  public Multi<String> exportPartners(@Valid @BeanParam PartnerFilter filter) {
    return export.lines(filter, caller.has(Permission.PARTNER_VIEW_SENSITIVE));
  }
}
