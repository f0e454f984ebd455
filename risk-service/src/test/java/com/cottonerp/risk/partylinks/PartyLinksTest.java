package com.cottonerp.risk.partylinks;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.risk.partnerprofiles.PartnerKeys;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartyLinksTest {
  private static PartnerKeys partner(
      int id, String pan, String taxId, String phone, String domain, UUID master, UUID group) {
    return new PartnerKeys(new UUID(0, id), pan, taxId, phone, domain, master, group, null);
  }

  private static final PartnerKeys ACME =
      partner(1, "pan-1", "tax-1", "phone-1", "acme.example", null, null);

  private static void assertLinks(PartnerKeys other, String severity, String... kinds) {
    for (PartyLinks links :
        new PartyLinks[] {PartyLinks.between(ACME, other), PartyLinks.between(other, ACME)}) {
      assertThat(links.severity()).isEqualTo(severity);
      assertThat(links.links()).extracting(PartyLinks.Link::kind).containsExactly(kinds);
    }
  }

  @Test
  void example_9_the_same_pan_blocks_and_the_same_company_domain_warns() {
    assertLinks(partner(2, "pan-1", "tax-2", "phone-2", null, null, null), "BLOCK", "SAME_PAN");
    assertLinks(
        partner(2, "pan-2", "tax-2", "phone-2", "acme.example", null, null),
        "WARN",
        "SAME_EMAIL_DOMAIN");
  }

  @Test
  void example_9_a_provider_of_free_mail_links_nobody_since_no_domain_of_it_is_published() {
    PartnerKeys one = partner(3, "pan-3", "tax-3", "phone-3", null, null, null);
    PartnerKeys other = partner(4, "pan-4", "tax-4", "phone-4", null, null, null);

    assertThat(PartyLinks.between(one, other).severity()).isEqualTo("NONE");
  }

  @Test
  void the_worst_of_the_links_counts() {
    assertLinks(
        partner(2, "pan-2", "tax-1", "phone-1", null, null, null),
        "BLOCK",
        "SAME_TAX_ID",
        "SAME_PHONE");
    assertLinks(
        partner(2, "pan-2", "tax-2", "phone-2", null, ACME.partnerId(), null),
        "BLOCK",
        "MASTER_BRANCH");
    assertLinks(
        ACME, "BLOCK", "SAME_ENTITY", "SAME_PAN", "SAME_TAX_ID", "SAME_PHONE", "SAME_EMAIL_DOMAIN");
  }

  @Test
  void branches_of_one_master_and_members_of_one_group_belong_together() {
    UUID shared = new UUID(9, 9);
    PartnerKeys one = partner(5, "a", "a", "a", null, shared, null);
    PartnerKeys other = partner(6, "b", "b", "b", null, shared, null);
    assertThat(PartyLinks.between(one, other).links())
        .extracting(PartyLinks.Link::kind)
        .containsExactly("MASTER_BRANCH");
    assertThat(
            PartyLinks.between(
                    partner(5, "a", "a", "a", null, null, shared),
                    partner(6, "b", "b", "b", null, null, shared))
                .links())
        .extracting(PartyLinks.Link::kind)
        .containsExactly("CORPORATE_GROUP");
  }
}
