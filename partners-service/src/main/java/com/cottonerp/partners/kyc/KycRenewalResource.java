package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners/{id}/kyc-renewals")
@Tag(name = "KYC")
public class KycRenewalResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final KycRenewals renewals;
  private final OpenRenewal opening;
  private final CompleteRenewal completing;

  KycRenewalResource(
      Commands commands,
      PartnerAccess access,
      KycRenewals renewals,
      OpenRenewal opening,
      CompleteRenewal completing) {
    this.commands = commands;
    this.access = access;
    this.renewals = renewals;
    this.opening = opening;
    this.completing = completing;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "The renewals of a partner's KYC, oldest first")
  public Uni<Page<KycRenewal.View>> list(
      @PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
    return access.load(id).chain(partner -> renewals.of(partner.id()).page(page, KycRenewal::view));
  }

  @GET
  @Path("/{renewalId}")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(summary = "One renewal of a partner's KYC")
  public Uni<KycRenewal.View> get(
      @PathParam("id") UUID id, @PathParam("renewalId") UUID renewalId) {
    return access
        .load(id)
        .chain(partner -> renewals.get(partner.id(), renewalId))
        .map(KycRenewal::view);
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(summary = "Open a renewal", description = "Due in 30 days; one at a time.")
  @APIResponse(responseCode = "201", description = "The renewal")
  @APIResponse(responseCode = "400", description = "partner-inactive")
  @APIResponse(responseCode = "409", description = "renewal-pending")
  public Uni<RestResponse<KycRenewal.View>> open(
      @PathParam("id") UUID id, @NotNull @Valid RenewalBody body) {
    return commands.once(
        body,
        () ->
            access
                .load(id)
                .chain(partner -> opening.open(partner, body))
                .map(
                    renewal ->
                        Reply.created(
                            "/api/v1/partners/%s/kyc-renewals/%s".formatted(id, renewal.id),
                            renewal.view())));
  }

  @POST
  @Path("/{renewalId}/completion")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Complete a renewal",
      description =
          "passed: valid for 365 days from today; a suspension stays until it is lifted. failed:"
              + " the KYC expires and the partner is suspended. Nobody completes what they asked"
              + " for, or uploaded or verified a document for.")
  @APIResponse(responseCode = "200", description = "The renewal; ETag is the partner's version")
  @APIResponse(
      responseCode = "400",
      description = "renewal-completed, renewal-documents-not-verified, partner-inactive")
  @APIResponse(responseCode = "403", description = "somebody-else-decides")
  public Uni<RestResponse<KycRenewal.View>> complete(
      @PathParam("id") UUID id,
      @PathParam("renewalId") UUID renewalId,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid RenewalOutcomeBody body) {
    return commands.once(
        body,
        () ->
            access
                .load(id, ifMatch)
                .chain(
                    partner ->
                        completing
                            .complete(partner, renewalId, body)
                            .map(
                                renewal ->
                                    Reply.ok(renewal.view()).withVersion(partner.version()))));
  }
}
