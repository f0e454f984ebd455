package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.BusinessDay;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether a partner may trade, and up to which limit. */
@Path("/api/v1/partners/{id}")
@Tag(name = "Partners")
public class PartnerStatusResource {
  private final ChangeById<BusinessPartner, PartnerView> change;
  private final DeactivatePartner deactivating;
  private final Clock clock;

  PartnerStatusResource(
      ChangeById<BusinessPartner, PartnerView> change,
      DeactivatePartner deactivating,
      Clock clock) {
    this.change = change;
    this.deactivating = deactivating;
    this.clock = clock;
  }

  @POST
  @Path("/suspension")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Suspend a partner",
      description = "It may not trade until it is reactivated.")
  @APIResponse(responseCode = "400", description = "partner-not-approved")
  @APIResponse(responseCode = "412", description = "stale-version")
  public Uni<RestResponse<PartnerView>> suspendPartner(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonBody body) {
    return change.post(id, ifMatch, body, partner -> partner.suspend(body.reason()));
  }

  @POST
  @Path("/reactivation")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(summary = "Lift a suspension", description = "Only with a valid KYC.")
  @APIResponse(responseCode = "400", description = "partner-not-suspended, kyc-not-valid")
  @APIResponse(responseCode = "412", description = "stale-version")
  public Uni<RestResponse<PartnerView>> reactivatePartner(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonBody body) {
    return change.post(
        id, ifMatch, body, partner -> partner.reactivate(body.reason(), BusinessDay.today(clock)));
  }

  @POST
  @Path("/deactivation")
  @RolesAllowed(Permission.PARTNER_DELETE)
  @Operation(
      summary = "Let a partner go for good",
      description =
          "Refused while posts or trades of it are open: a read model, so what is on its way is not"
              + " seen.")
  @APIResponse(responseCode = "400", description = "partner-not-approved")
  @APIResponse(responseCode = "409", description = "open-business-left")
  public Uni<RestResponse<PartnerView>> deactivatePartner(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ReasonBody body) {
    return change.postWith(
        id, ifMatch, body, partner -> deactivating.deactivate(partner, body.reason()));
  }

  @POST
  @Path("/credit-limit")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Lower the credit limit",
      description = "In the partner's currency. An amendment raises it: one asks, another decides.")
  @APIResponse(responseCode = "400", description = "partner-inactive, credit-limit-raised")
  public Uni<RestResponse<PartnerView>> changeCreditLimit(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid CreditLimitBody body) {
    return change.post(
        id,
        ifMatch,
        body,
        partner -> {
          body.creditLimit().mustBeIn(partner.applicant().currency());
          partner.lowerCreditLimit(body.creditLimit().amount(), body.reason());
        });
  }
}
