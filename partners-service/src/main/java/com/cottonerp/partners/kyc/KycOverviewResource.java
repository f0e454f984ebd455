package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.paging.Page;
import com.cottonerp.defaults.paging.PageRequest;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.KycStatus;
import com.cottonerp.partners.partner.PartnerStatus;
import com.cottonerp.partners.partner.PartnerView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/partners/kyc")
@Tag(name = "KYC")
public class KycOverviewResource {
  private static final Order<BusinessPartner> FIRST_TO_EXPIRE =
      new Order<>(
          "item.kycExpiresOn",
          false,
          BusinessPartner::kycExpiresOn,
          LocalDate::parse,
          BusinessPartner::id);

  private final Caller caller;
  private final Clock clock;

  KycOverviewResource(Caller caller, Clock clock) {
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
      @Valid @BeanParam PageRequest page) {
    caller.mustBeInternal();
    LocalDate today = BusinessDay.today(clock);
    Conditions conditions =
        new Conditions()
            .is("kycStatus", KycStatus.VERIFIED)
            .add("item.status <> :inactive", "inactive", PartnerStatus.INACTIVE)
            .add("item.kycExpiresOn >= :today", "today", today)
            .add("item.kycExpiresOn <= :last", "last", today.plusDays(days));
    return new Listing<>(BusinessPartner.class, conditions, FIRST_TO_EXPIRE)
        .page(page, PartnerView::of);
  }
}
