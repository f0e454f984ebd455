package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.security.Caller;
import com.cottonerp.defaults.security.Permission;
import com.cottonerp.partners.applicant.EntityClass;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Finds partners, by id; an external user finds their own only. */
@ApplicationScoped
public class PartnerSearch {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final String BY_NAME =
      """
      lower(p.code) like :text escape '!' or lower(p.applicant.legalName) like :text escape '!'
      or lower(p.applicant.tradeName) like :text escape '!'\
      """;

  // WHY apart: a search that finds somebody by a number says whose number that is.
  private static final String BY_IDENTIFIER =
      "p.applicant.panNumber = :identifier or p.applicant.taxIdNumber = :identifier";

  private final Partners partners;
  private final Caller caller;
  private final Clock clock;

  PartnerSearch(Partners partners, Caller caller, Clock clock) {
    this.partners = partners;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * @param after the id of the last one of the page before; null = from the beginning
   */
  public Uni<List<BusinessPartner>> find(PartnerFilter filter, UUID after, int count) {
    Conditions conditions = conditions(filter);
    conditions.add("p.id > :after", "after", after == null ? NOBODY : after);
    if (caller.isExternal()) {
      conditions.add("p.id = :own", "own", caller.partnerId().orElse(NOBODY));
    }
    return partners
        .find(
            "from BusinessPartner p where " + conditions.text() + " order by p.id",
            conditions.parameters())
        .range(0, count - 1)
        .list();
  }

  private Conditions conditions(PartnerFilter filter) {
    Conditions conditions = new Conditions();
    conditions.add(
        "p.status = :status", "status", QueryEnum.of(PartnerStatus.class, "status", filter.status));
    conditions.add(
        "p.kycStatus = :kyc", "kyc", QueryEnum.of(KycStatus.class, "kycStatus", filter.kycStatus));
    conditions.add(
        "p.applicant.entityClass = :entityClass",
        "entityClass",
        QueryEnum.of(EntityClass.class, "entityClass", filter.entityClass));
    conditions.add("p.applicant.country = :country", "country", filter.country);
    conditions.add(
        "lower(p.applicant.address.state) = :state",
        "state",
        filter.state == null ? null : filter.state.strip().toLowerCase(Locale.ROOT));
    conditions.add(
        "exists (select 1 from RiskStanding r where r.partnerId = p.id and r.category = :category)",
        "category",
        filter.riskCategory);
    conditions.add(
        "p.approvedAt >= :approvedFrom", "approvedFrom", startOf(filter.approvedFrom, 0));
    conditions.add("p.approvedAt < :approvedTo", "approvedTo", startOf(filter.approvedTo, 1));
    if (filter.kycExpiringDays != null) {
      LocalDate today = LocalDate.now(clock);
      conditions.add("p.kycStatus = 'VERIFIED' and p.kycExpiresOn >= :today", "today", today);
      conditions.add(
          "p.kycExpiresOn <= :lastDay", "lastDay", today.plusDays(filter.kycExpiringDays));
    }
    if (filter.q != null && !filter.q.isBlank()) {
      boolean sensitive = caller.has(Permission.PARTNER_VIEW_SENSITIVE);
      conditions.add(
          "(" + (sensitive ? BY_NAME + " or " + BY_IDENTIFIER : BY_NAME) + ")",
          "text",
          "%" + filter.q.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
      if (sensitive) {
        conditions.parameters().put("identifier", filter.q.strip().toUpperCase(Locale.ROOT));
      }
    }
    return conditions;
  }

  private static java.time.Instant startOf(LocalDate date, int daysLater) {
    return date == null ? null : date.plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** What has to be true, and the values that it names. */
  private record Conditions(StringBuilder text, Map<String, Object> parameters) {
    Conditions() {
      this(new StringBuilder(), new HashMap<>());
    }

    void add(String condition, String parameter, Object value) {
      if (value != null) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
        parameters.put(parameter, value);
      }
    }
  }
}
