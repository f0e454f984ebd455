package com.cottonerp.risk.standings;

import com.cottonerp.defaults.problem.NotFound;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.risk.exchangerates.ExchangeRateNotKnownYet;
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

@Path("/api/v1/partners/{partnerId}/exposure")
@Tag(name = "Exposure")
@RolesAllowed(Permission.ADMIN_VIEW_ALL_DATA)
public class ExposureResource {
  private final PartnerRiskProfiles profiles;
  private final WaitingPartners waiting;

  ExposureResource(PartnerRiskProfiles profiles, WaitingPartners waiting) {
    this.profiles = profiles;
    this.waiting = waiting;
  }

  @GET
  @WithSession
  @Operation(
      summary = "What a partner is bound to, against its limit",
      description =
          "In the currency of the limit, each trade at the exchange rate of its day. From 90 % on the"
              + " level is RED, and the trade desk blocks the partner's posts.")
  @APIResponse(responseCode = "200", description = "Exposure, level, score")
  @APIResponse(
      responseCode = "503",
      description = "exchange-rate-not-known-yet: an open trade cannot be counted yet")
  @APIResponse(responseCode = "404", description = "Not assessed, or not yet: repeat later")
  public Uni<ExposureView> get(@PathParam("partnerId") UUID partnerId) {
    return waiting
        .missingRateOf(partnerId)
        .invoke(
            missing ->
                missing.ifPresent(
                    exchange -> {
                      throw new ExchangeRateNotKnownYet(exchange).refused();
                    }))
        .chain(() -> profiles.findById(partnerId))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("risk profile", partnerId).refused())
        .map(ExposureView::of);
  }
}
