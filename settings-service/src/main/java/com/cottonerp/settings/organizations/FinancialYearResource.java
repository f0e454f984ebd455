package com.cottonerp.settings.organizations;

import static com.cottonerp.defaults.http.ChangeById.alone;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.IdSource;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/organizations/{id}/financial-years")
@Tag(name = "Organizations")
public class FinancialYearResource {
  private final ChangeById<Organization, OrganizationView> change;
  private final RemoveFinancialYear removeYear;
  private final IdSource ids;

  FinancialYearResource(
      ChangeById<Organization, OrganizationView> change,
      RemoveFinancialYear removeYear,
      IdSource ids) {
    this.change = change;
    this.removeYear = removeYear;
    this.ids = ids;
  }

  @GET
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(summary = "One financial year of an organization")
  public Uni<RestResponse<FinancialYear>> get(
      @PathParam("id") UUID id, @PathParam("partId") UUID partId) {
    return showing(partId).get(id);
  }

  @POST
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Add a financial year",
      description = "Years do not overlap. Activating one takes the place of the active one.")
  @APIResponse(responseCode = "201", description = "It; ETag is the organization's version")
  @APIResponse(responseCode = "400", description = "organization-inactive, financial-years-overlap")
  public Uni<RestResponse<FinancialYear>> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid FinancialYear.Body body) {
    UUID partId = ids.next();
    return showing(partId)
        .add(
            id,
            ifMatch,
            body,
            "/api/v1/organizations/%s/financial-years/%s".formatted(id, partId),
            alone(organization -> organization.put(body.as(partId))));
  }

  @PUT
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Change a financial year",
      description = "Years do not overlap. If-Match with the organization's version is required.")
  @APIResponse(responseCode = "400", description = "organization-inactive, financial-years-overlap")
  public Uni<RestResponse<FinancialYear>> update(
      @PathParam("id") UUID id,
      @PathParam("partId") UUID partId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid FinancialYear.Body body) {
    return showing(partId)
        .put(
            id,
            ifMatch,
            alone(
                organization -> {
                  organization.year(partId);
                  organization.put(body.as(partId));
                }));
  }

  @DELETE
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Remove a financial year",
      description =
          "Not while documents are numbered in it. If-Match with the organization's version"
              + " is required.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "financial-year-in-use")
  public Uni<RestResponse<Void>> remove(
      @PathParam("id") UUID id,
      @PathParam("partId") UUID partId,
      @HeaderParam("If-Match") String ifMatch) {
    return change.delete(id, ifMatch, organization -> removeYear.remove(organization, partId));
  }

  private ChangeById<Organization, FinancialYear> showing(UUID partId) {
    return change.showing(organization -> organization.year(partId));
  }
}
