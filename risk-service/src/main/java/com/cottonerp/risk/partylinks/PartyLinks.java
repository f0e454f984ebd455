package com.cottonerp.risk.partylinks;

import com.cottonerp.risk.partnerprofiles.PartnerKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The links between two partners: keys and relations that independent partners do not share. Pure.
 *
 * @param severity BLOCK, WARN or NONE: the worst of the links
 */
public record PartyLinks(
    @Schema(description = "BLOCK, WARN or NONE: the worst of the links") String severity,
    List<Link> links) {
  /**
   * @param kind SAME_ENTITY, SAME_PAN, SAME_TAX_ID, SAME_PHONE, SAME_BANK_ACCOUNT,
   *     SAME_EMAIL_DOMAIN, MASTER_BRANCH or CORPORATE_GROUP
   */
  public record Link(String kind, @Schema(description = "BLOCK or WARN") String severity) {}

  private static final String BLOCK = "BLOCK";
  private static final String WARN = "WARN";

  public static PartyLinks between(PartnerKeys one, PartnerKeys other) {
    List<Link> links = new ArrayList<>();
    add(links, one.partnerId().equals(other.partnerId()), "SAME_ENTITY", BLOCK);
    add(links, shared(one.panKey(), other.panKey()), "SAME_PAN", BLOCK);
    add(links, shared(one.taxIdKey(), other.taxIdKey()), "SAME_TAX_ID", BLOCK);
    add(
        links,
        one.partnerId().equals(other.masterPartnerId())
            || other.partnerId().equals(one.masterPartnerId())
            || shared(one.masterPartnerId(), other.masterPartnerId()),
        "MASTER_BRANCH",
        BLOCK);
    add(links, shared(one.corporateGroupId(), other.corporateGroupId()), "CORPORATE_GROUP", BLOCK);
    add(links, shared(one.phoneKey(), other.phoneKey()), "SAME_PHONE", WARN);
    add(links, shared(one.bankKey(), other.bankKey()), "SAME_BANK_ACCOUNT", WARN);
    // Partners publishes only a company's own domain, never the domain of a free mail provider.
    add(links, shared(one.emailDomain(), other.emailDomain()), "SAME_EMAIL_DOMAIN", WARN);
    return new PartyLinks(worst(links), List.copyOf(links));
  }

  private static void add(List<Link> links, boolean linked, String kind, String severity) {
    if (linked) {
      links.add(new Link(kind, severity));
    }
  }

  private static boolean shared(Object one, Object other) {
    return one != null && Objects.equals(one, other);
  }

  private static String worst(List<Link> links) {
    if (links.isEmpty()) {
      return "NONE";
    }
    return links.stream().anyMatch(link -> link.severity().equals(BLOCK)) ? BLOCK : WARN;
  }
}
