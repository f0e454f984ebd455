package com.cottonerp.tradedesk.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.partners.v1.Capabilities;
import com.cottonerp.contracts.settings.v1.QualityParameter;
import com.cottonerp.contracts.trade.v1.QualityValue;
import com.cottonerp.tradedesk.partnerdirectory.PartnerFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Capabilities ALL_IN_INDIA =
      new Capabilities(true, true, false, false, false, false);
  private static final Capabilities NONE =
      new Capabilities(false, false, false, false, false, false);

  @Test
  void example_18_600_bales_at_50000_a_candy_are_worth_14341061_95() {
    Measure cotton =
        new Measure(
            "BALE", new BigDecimal("170"), "CANDY", new BigDecimal("355.6222"), "KG", "INR");

    assertThat(cotton.base(new BigDecimal("600"))).isEqualByComparingTo("102000");
    assertThat(cotton.value(new BigDecimal("600"), new BigDecimal("50000")))
        .isEqualByComparingTo("14341061.95");
    assertThat(
            new Measure("CANDY", new BigDecimal("355.6222"), "CANDY", BigDecimal.ONE, "KG", "INR")
                .base(new BigDecimal("100")))
        .isEqualByComparingTo("35562.22");
  }

  @Test
  void example_19_a_foreign_partner_may_not_buy_with_delivery_in_india_even_with_a_licence() {
    PartnerFacts importer =
        partner("BD", new Capabilities(false, false, true, true, true, true), null, null, null);

    assertThat(TradingGate.incapable(importer, Side.BUY, "IN"))
        .containsInstanceOf(PostingRefusal.IndianEntityNeeded.class);
    assertThat(TradingGate.incapable(importer, Side.BUY, "BD")).isEmpty();
    assertThat(TradingGate.incapable(importer, Side.SELL, "LK")).isEmpty();
  }

  @Test
  void an_indian_partner_needs_the_capability_of_its_side() {
    PartnerFacts buyer =
        partner("IN", new Capabilities(true, false, false, false, false, false), null, null, null);

    assertThat(TradingGate.incapable(buyer, Side.BUY, "IN")).isEmpty();
    assertThat(TradingGate.incapable(buyer, Side.SELL, "IN"))
        .containsInstanceOf(PostingRefusal.CapabilityMissing.class);
    assertThat(TradingGate.incapable(buyer, Side.SELL, "BD"))
        .containsInstanceOf(PostingRefusal.CapabilityMissing.class);
  }

  @Test
  void who_is_suspended_expired_or_a_service_provider_may_not_trade() {
    PartnerFacts good = partner("IN", ALL_IN_INDIA, null, null, null);

    assertThat(TradingGate.badStanding(good, TODAY)).isEmpty();
    assertThat(TradingGate.badStanding(good, TODAY.plusYears(3)))
        .containsInstanceOf(PostingRefusal.KycExpired.class);
    assertThat(TradingGate.badStanding(with(good, "suspended", "business_entity"), TODAY))
        .containsInstanceOf(PostingRefusal.PartnerNotApproved.class);
    assertThat(TradingGate.badStanding(with(good, "approved", "service_provider"), TODAY))
        .containsInstanceOf(PostingRefusal.ServiceProvidersDoNotTrade.class);
  }

  @Test
  void insiders_are_found_in_the_order_of_the_rules() {
    UUID group = UUID.randomUUID();
    PartnerFacts master = partner("IN", NONE, null, null, "gst-1");
    PartnerFacts branch = partner("IN", NONE, master.partnerId(), group, "gst-2");
    PartnerFacts sibling = partner("IN", NONE, master.partnerId(), null, "gst-3");
    PartnerFacts ofGroup = partner("IN", NONE, null, group, "gst-4");
    PartnerFacts sameGst = partner("IN", NONE, null, null, "gst-1");
    PartnerFacts stranger = partner("IN", NONE, null, null, null);

    assertThat(InsiderRules.broken(master, master)).contains("SAME_ENTITY");
    assertThat(InsiderRules.broken(branch, master)).contains("MASTER_BRANCH");
    assertThat(InsiderRules.broken(branch, sibling)).contains("MASTER_BRANCH");
    assertThat(InsiderRules.broken(branch, ofGroup)).contains("CORPORATE_GROUP");
    assertThat(InsiderRules.broken(sameGst, master)).contains("SAME_GST");
    assertThat(InsiderRules.broken(stranger, partner("IN", NONE, null, null, null))).isEmpty();
  }

  @Test
  void quality_is_checked_by_the_type_of_the_parameter() {
    List<QualityParameter> cotton =
        List.of(
            new QualityParameter(
                "Staple Length",
                "RANGE",
                "mm",
                new BigDecimal("22"),
                new BigDecimal("34"),
                null,
                true),
            new QualityParameter("Trash", "NUMERIC", "%", null, new BigDecimal("5"), null, false),
            new QualityParameter("Grade", "TEXT", null, null, null, List.of("31-3"), true));

    assertThat(
            QualityRules.check(
                cotton, Map.of("staple length", "29.5", "Trash", "3 %", "grade", "31-3")))
        .contains(
            new QualityValue("Staple Length", "29.5"),
            new QualityValue("Trash", "3"),
            new QualityValue("Grade", "31-3"));
    assertThatThrownBy(() -> QualityRules.check(cotton, Map.of("Staple Length", "29")))
        .hasMessageContaining("is needed");
    assertThatThrownBy(
            () ->
                QualityRules.check(
                    cotton, Map.of("Staple Length", "29", "Grade", "31-3", "Trash", "5.1")))
        .hasMessageContaining("not above 5");
    assertThatThrownBy(
            () -> QualityRules.check(cotton, Map.of("Staple Length", "long", "Grade", "31-3")))
        .hasMessageContaining("is a number");
    assertThatThrownBy(
            () -> QualityRules.check(cotton, Map.of("Staple Length", "29", "Grade", "99")))
        .hasMessageContaining("is one of");
    assertThatCode(
            () ->
                QualityRules.check(
                    cotton, Map.of("Staple Length", "29", "Grade", "31-3", "Smell", "fresh")))
        .doesNotThrowAnyException();
  }

  private static PartnerFacts partner(
      String country, Capabilities capabilities, UUID master, UUID group, String taxIdKey) {
    return new PartnerFacts(
        UUID.randomUUID(),
        "Somebody",
        "business_entity",
        country,
        "approved",
        "verified",
        TODAY.plusYears(1),
        capabilities,
        taxIdKey,
        master,
        group,
        "Gujarat",
        null);
  }

  private static PartnerFacts with(PartnerFacts partner, String status, String entityClass) {
    return new PartnerFacts(
        partner.partnerId(),
        partner.legalName(),
        entityClass,
        partner.country(),
        status,
        partner.kycStatus(),
        partner.kycExpiresOn(),
        partner.capabilities(),
        partner.taxIdKey(),
        null,
        null,
        null,
        null);
  }
}
