package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.PartnerView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/kyc")
@Tag(name = "KYC")
public class KycOverviewResource {
  private final KycDueDates dueDates;
  private final Caller caller;
  private final Clock clock;

  KycOverviewResource(KycDueDates dueDates, Caller caller, Clock clock) {
    this.dueDates = dueDates;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/expiring")
  @RolesAllowed(Permission.PARTNER_READ)
  @WithSession
  @Operation(
      summary = "Whose valid KYC expires within so many days, the first to expire first",
      description =
          "Today counts as day 0. Cursor paging: repeat with after = next. For internal users.")
  @APIResponse(responseCode = "200", description = "The partners")
  public Uni<Page<PartnerView>> listExpiringKyc(
      @QueryParam("days") @DefaultValue("30") @Min(0) @Max(365) int days,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    caller.mustBeInternal();
    LocalDate today = LocalDate.now(clock);
    return dueDates
        .expiring(today, today.plusDays(days), cursor(after), limit + 1)
        .map(rows -> Page.of(rows, limit, PartnerView::of, KycOverviewResource::next));
  }

  private static String next(BusinessPartner partner) {
    return partner.kycExpiresOn() + "_" + partner.id();
  }

  private static KycDueDates.Cursor cursor(String text) {
    if (text == null) {
      return KycDueDates.Cursor.START;
    }
    try {
      String[] parts = text.split("_", 2);
      return new KycDueDates.Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (RuntimeException malformed) {
      throw new InvalidField("/after", "is the next of a page before").refused();
    }
  }
}
