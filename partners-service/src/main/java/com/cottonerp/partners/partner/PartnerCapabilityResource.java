package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.security.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a partner may do. */
@Path("/api/v1/partners/{id}")
@Tag(name = "Partners")
public class PartnerCapabilityResource {
  private final ChangeById<BusinessPartner, PartnerView> change;
  private final CapabilityDetections detections;

  PartnerCapabilityResource(
      ChangeById<BusinessPartner, PartnerView> change, CapabilityDetections detections) {
    this.change = change;
    this.detections = detections;
  }

  @POST
  @Path("/capabilities")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Override what a partner may do",
      description = "Takes the place of what was detected from documents, until the override ends.")
  @APIResponse(responseCode = "400", description = "partner-inactive")
  public Uni<RestResponse<PartnerView>> overrideCapabilities(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CapabilitiesBody body) {
    return change.post(
        id,
        ifMatch,
        body,
        partner -> partner.overrideCapabilities(body.capabilities(), body.reason()));
  }

  @POST
  @Path("/capabilities/detection")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "End an override",
      description = "What the verified documents say counts again.")
  @APIResponse(responseCode = "400", description = "capabilities-not-overridden, partner-inactive")
  public Uni<RestResponse<PartnerView>> detectCapabilities(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    return change.postWith(id, ifMatch, id, detections::endOverride);
  }
}
