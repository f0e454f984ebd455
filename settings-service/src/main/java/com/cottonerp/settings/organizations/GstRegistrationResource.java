package com.cottonerp.settings.organizations;

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

@Path("/api/v1/organizations/{id}/gst-registrations")
@Tag(name = "Organizations")
public class GstRegistrationResource {
  private final ChangeById<Organization, OrganizationView> change;
  private final AddGstRegistration addRegistration;
  private final ChangeGstRegistration changeRegistration;
  private final RemoveGstRegistration removeRegistration;
  private final IdSource ids;

  GstRegistrationResource(
      ChangeById<Organization, OrganizationView> change,
      AddGstRegistration addRegistration,
      ChangeGstRegistration changeRegistration,
      RemoveGstRegistration removeRegistration,
      IdSource ids) {
    this.change = change;
    this.addRegistration = addRegistration;
    this.changeRegistration = changeRegistration;
    this.removeRegistration = removeRegistration;
    this.ids = ids;
  }

  @GET
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_READ)
  @WithSession
  @Operation(summary = "One registration for GST of an organization")
  public Uni<RestResponse<GstRegistration>> get(
      @PathParam("id") UUID id, @PathParam("partId") UUID partId) {
    return showing(partId).get(id);
  }

  @POST
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Add a GST registration",
      description =
          "A GSTIN belongs to one organization only and carries its PAN. The first one is"
              + " the primary one; a new primary one takes its place. Nothing is verified with"
              + " the tax authority.")
  @APIResponse(responseCode = "201", description = "It; ETag is the organization's version")
  @APIResponse(responseCode = "400", description = "organization-inactive, primary-registration")
  @APIResponse(responseCode = "409", description = "gstin-taken")
  public Uni<RestResponse<GstRegistration>> add(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid GstRegistration.Body body) {
    UUID partId = ids.next();
    return showing(partId)
        .add(
            id,
            ifMatch,
            body,
            "/api/v1/organizations/%s/gst-registrations/%s".formatted(id, partId),
            organization -> addRegistration.add(organization, partId, body));
  }

  @PUT
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Change a GST registration",
      description = "Its GSTIN may change. If-Match with the organization's version is required.")
  @APIResponse(responseCode = "400", description = "organization-inactive, primary-registration")
  @APIResponse(responseCode = "409", description = "gstin-taken")
  public Uni<RestResponse<GstRegistration>> update(
      @PathParam("id") UUID id,
      @PathParam("partId") UUID partId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid GstRegistration.Body body) {
    return showing(partId)
        .put(id, ifMatch, organization -> changeRegistration.change(organization, partId, body));
  }

  @DELETE
  @Path("/{partId}")
  @RolesAllowed(Permission.ORG_UPDATE)
  @Operation(
      summary = "Remove a GST registration",
      description =
          "The primary one goes last. If-Match with the organization's version is required.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "400", description = "primary-registration")
  public Uni<RestResponse<Void>> remove(
      @PathParam("id") UUID id,
      @PathParam("partId") UUID partId,
      @HeaderParam("If-Match") String ifMatch) {
    return change.delete(
        id, ifMatch, organization -> removeRegistration.remove(organization, partId));
  }

  private ChangeById<Organization, GstRegistration> showing(UUID partId) {
    return change.showing(organization -> organization.registration(partId));
  }
}
