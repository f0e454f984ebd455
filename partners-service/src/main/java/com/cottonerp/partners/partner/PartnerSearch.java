package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.lists.SearchWords;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.applicant.EntityClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Which partners a list shows; an external user finds their own only. */
@ApplicationScoped
public class PartnerSearch {
  private static final String WITH_CATEGORY =
      "exists (select 1 from RiskStanding r where r.partnerId = item.id and r.category = :category)";
  private static final String BY_NAME =
      SearchWords.in("code", "applicant.legalName", "applicant.tradeName");

  // WHY apart: a search that finds somebody by a number says whose number that is.
  private static final String BY_IDENTIFIER =
      " or item.applicant.panNumber = :identifier or item.applicant.taxIdNumber = :identifier";

  private final Caller caller;
  private final Clock clock;

  PartnerSearch(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  public Listing<BusinessPartner> find(PartnerFilter filter) {
    Conditions conditions =
        new Conditions()
            .is("id", caller.ownPartner())
            .is("status", QueryEnum.of(PartnerStatus.class, "status", filter.status))
            .is("kycStatus", QueryEnum.of(KycStatus.class, "kycStatus", filter.kycStatus))
            .is(
                "applicant.entityClass",
                QueryEnum.of(EntityClass.class, "entityClass", filter.entityClass))
            .is("applicant.country", filter.country)
            .add(
                "lower(item.applicant.address.state) = :state",
                "state",
                filter.state == null ? null : filter.state.strip().toLowerCase(Locale.ROOT))
            .add(WITH_CATEGORY, "category", filter.riskCategory)
            .madeAt("approvedAt", filter.approvedFrom, filter.approvedTo, "approved");
    expiring(conditions, filter.kycExpiringDays);
    named(conditions, filter.q);
    return new Listing<>(
        BusinessPartner.class, conditions, Order.byTime(filter.order, BusinessPartner::id));
  }

  private void expiring(Conditions conditions, Integer days) {
    if (days != null) {
      LocalDate today = BusinessDay.today(clock);
      conditions
          .add("item.kycStatus = VERIFIED and item.kycExpiresOn >= :today", "today", today)
          .add("item.kycExpiresOn <= :lastDay", "lastDay", today.plusDays(days));
    }
  }

  private void named(Conditions conditions, String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    String words = SearchWords.asked(text);
    if (caller.has(Permission.PARTNER_VIEW_SENSITIVE)) {
      conditions.search(
          BY_NAME + BY_IDENTIFIER,
          Map.of(SearchWords.NAME, words, "identifier", text.strip().toUpperCase(Locale.ROOT)));
    } else {
      conditions.search(BY_NAME, Map.of(SearchWords.NAME, words));
    }
  }
}
