package com.cottonerp.partners.partner;

import static com.cottonerp.defaults.http.ChangeById.alone;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.applicant.Applicant;
import com.cottonerp.partners.identity.KeyedHashes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** To whom a partner belongs, and what it says of itself. */
@Path("/api/v1/partners/{id}")
@Tag(name = "Partners")
public class PartnerFactsResource {
  private final ChangeById<BusinessPartner, PartnerView> change;
  private final KeyedHashes hashes;
  private final Relationships relationships;

  PartnerFactsResource(
      ChangeById<BusinessPartner, PartnerView> change,
      KeyedHashes hashes,
      Relationships relationships) {
    this.change = change;
    this.hashes = hashes;
    this.relationships = relationships;
  }

  @PUT
  @Path("/relationships")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Say to whom a partner belongs",
      description =
          "A master partner, a corporate group, both or nobody; masters form no circle. If-Match"
              + " with the partner's version is required.")
  @APIResponse(
      responseCode = "400",
      description = "unknown-master, relationship-cycle, partner-inactive")
  public Uni<RestResponse<PartnerView>> relatePartner(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid RelationshipsBody body) {
    return change.put(id, ifMatch, partner -> relationships.relate(partner, body));
  }

  @PUT
  @Path("/trade-facts")
  @RolesAllowed(Permission.PARTNER_UPDATE)
  @Operation(
      summary = "Change what needs nobody's approval",
      description =
          "Trade name, laboratory, transport; all else goes by an amendment. If-Match with the"
              + " partner's version is required.")
  @APIResponse(responseCode = "400", description = "partner-inactive")
  public Uni<RestResponse<PartnerView>> changeTradeFacts(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid TradeFactsBody body) {
    return change.put(id, ifMatch, alone(partner -> changeTradeFacts(partner, body)));
  }

  private void changeTradeFacts(BusinessPartner partner, TradeFactsBody body) {
    Applicant changed =
        partner
            .applicant()
            .withTradeFacts(body.tradeName(), body.hasQualityLab(), body.canArrangeTransport());
    partner.changeFacts(
        changed,
        changed.keys(hashes),
        List.of("tradeName", "hasQualityLab", "canArrangeTransport"));
  }

  @PUT
  @Path("/employee-limit")
  @RolesAllowed(Permission.PARTNER_APPROVE)
  @Operation(
      summary = "Say how many people may act for a partner",
      description =
          "2 at first. Those who are there stay. If-Match with the partner's version is required.")
  @APIResponse(responseCode = "400", description = "partner-inactive")
  public Uni<RestResponse<PartnerView>> limitEmployees(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid EmployeeLimitBody body) {
    return change.put(id, ifMatch, alone(partner -> partner.limitEmployees(body.maxEmployees())));
  }
}
