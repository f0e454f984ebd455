package com.cottonerp.partners.brokerconsent;

import com.cottonerp.defaults.http.Commands;
import com.cottonerp.defaults.http.Reply;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.PartnerAccess;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/partners/{id}/broker-consent")
@Tag(name = "Broker consent")
public class BrokerConsentResource {
  private final Commands commands;
  private final PartnerAccess access;
  private final BrokerConsents consents;
  private final ChangeBrokerConsent changing;

  BrokerConsentResource(
      Commands commands,
      PartnerAccess access,
      BrokerConsents consents,
      ChangeBrokerConsent changing) {
    this.commands = commands;
    this.access = access;
    this.consents = consents;
    this.changing = changing;
  }

  @GET
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Whether the brokerage may act on behalf of a partner",
      description = "404 as long as the partner never said anything.")
  public Uni<BrokerConsentView> getBrokerConsent(@PathParam("id") UUID id) {
    return access.load(id).chain(partner -> consents.ofPartner(id)).map(BrokerConsentView::of);
  }

  @POST
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Let the brokerage act on behalf of a partner",
      description =
          "It may post, negotiate, accept and trade for the partner at the trade desk (header"
              + " On-Behalf-Of) until validUntil. By a user of the partner, or by one of the"
              + " brokerage who says in evidence where the partner gave it. Replaces what was said"
              + " before; what a user of the partner has withdrawn, only such a user gives again.")
  @APIResponse(responseCode = "200", description = "The consent")
  @APIResponse(responseCode = "400", description = "partner-inactive, consent-withdrawn")
  public Uni<RestResponse<BrokerConsentView>> giveBrokerConsent(
      @PathParam("id") UUID id, @NotNull @Valid BrokerConsentBody body) {
    return commands.once(
        List.of(id, body),
        () ->
            access
                .load(id)
                .chain(partner -> changing.give(partner, body))
                .map(consent -> Reply.ok(BrokerConsentView.of(consent))));
  }

  @POST
  @Path("/withdrawal")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Withdraw the consent",
      description =
          "From the moment in which the trade desk hears of it the brokerage does nothing more on"
              + " behalf of the partner. What it did stays.")
  @APIResponse(responseCode = "200", description = "The consent")
  @APIResponse(responseCode = "400", description = "consent-not-given")
  public Uni<RestResponse<BrokerConsentView>> withdrawBrokerConsent(
      @PathParam("id") UUID id, @NotNull @Valid BrokerConsentBody.Withdrawal body) {
    return commands.once(
        List.of(id, body),
        () ->
            access
                .load(id)
                .chain(partner -> changing.withdraw(partner.id(), body.reason()))
                .map(consent -> Reply.ok(BrokerConsentView.of(consent))));
  }
}
