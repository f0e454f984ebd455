package com.cottonerp.partners.partner;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.security.Caller;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Finds partners, one row more than asked for so that the caller knows whether there is more. */
@ApplicationScoped
class PartnerSearch {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Partners partners;
  private final Caller caller;

  PartnerSearch(Partners partners, Caller caller) {
    this.partners = partners;
    this.caller = caller;
  }

  Uni<List<BusinessPartner>> find(String status, String text, UUID after, int limit) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", after == null ? NOBODY : after));
    if (status != null) {
      query.append(" and status = :status");
      parameters.put("status", statusNamed(status));
    }
    if (text != null && !text.isBlank()) {
      query.append(
          " and (lower(code) like :text escape '!' or lower(applicant.legalName) like :text escape '!'"
              + " or lower(applicant.tradeName) like :text escape '!')");
      parameters.put("text", contains(text));
    }
    if (caller.isExternal()) {
      query.append(" and id = :own");
      parameters.put("own", caller.partnerId().orElse(NOBODY));
    }
    return partners.find(query.toString(), Sort.by("id"), parameters).range(0, limit).list();
  }

  private static String contains(String text) {
    return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private static PartnerStatus statusNamed(String text) {
    return Arrays.stream(PartnerStatus.values())
        .filter(status -> status.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidField("/status", "is one of " + Arrays.toString(PartnerStatus.values()))
                    .refused());
  }
}
