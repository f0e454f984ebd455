package com.cottonerp.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.settings.v1.TradeRules;
import com.cottonerp.risk.partnerprofiles.PartnerKeys;
import com.cottonerp.risk.partylinks.PartyLinks;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairJudgementTest {
  private static final PairJudgement.Border DOMESTIC =
      new PairJudgement.Border("IN", "IN", "IN", "IN", false, false, null, null, null);
  private static final PartyLinks NO_LINKS = new PartyLinks("NONE", List.of());

  @Test
  void two_good_partners_pass_with_the_mean_of_their_scores() {
    PairJudgement pair = judge(side("4.5", 90), side("4.5", 90), NO_LINKS, DOMESTIC);

    assertThat(pair.status()).isEqualTo(RiskStatus.PASS);
    assertThat(pair.score()).isEqualByComparingTo("100");
  }

  @Test
  void example_8_the_score_is_the_mean_and_a_warned_side_warns_the_pair() {
    assertThat(PairJudgement.mean(90, 65)).isEqualByComparingTo("77.5");

    // With all deductions the two sides score 85 and 70.
    PairJudgement pair = judge(side("3.5", 90), side("3.5", 60), NO_LINKS, DOMESTIC);

    assertThat(pair.score()).isEqualByComparingTo("77.5");
    assertThat(pair.status()).isEqualTo(RiskStatus.WARN);
  }

  @Test
  void a_failed_side_fails_the_pair() {
    PairJudgement pair = judge(side("2.5", 60), side("4.5", 90), NO_LINKS, DOMESTIC);

    assertThat(pair.status()).isEqualTo(RiskStatus.FAIL);
    assertThat(pair.violations()).containsExactly("BUYER_FAILED");
    assertThat(pair.factors()).extracting("code").contains("BUYER_LOW_RATING");
  }

  @Test
  void example_9_the_same_pan_fails_two_perfect_partners() {
    PartnerKeys one = keys("pan", "1", null);
    PartyLinks links = PartyLinks.between(one, keys("pan", "2", null));

    PairJudgement pair = judge(side("4.5", 90), side("4.5", 90), links, DOMESTIC);

    assertThat(pair.status()).isEqualTo(RiskStatus.FAIL);
    assertThat(pair.score()).isEqualByComparingTo("100");
    assertThat(pair.violations()).containsExactly("SAME_PAN");
  }

  @Test
  void example_9_the_same_company_domain_warns() {
    PartyLinks links =
        PartyLinks.between(keys("pan-1", "1", "acme.example"), keys("pan-2", "2", "acme.example"));

    PairJudgement pair = judge(side("4.5", 90), side("4.5", 90), links, DOMESTIC);

    assertThat(pair.status()).isEqualTo(RiskStatus.WARN);
    assertThat(pair.violations()).isEmpty();
  }

  @Test
  void a_trade_the_other_way_round_on_the_same_day_is_a_wash_trade() {
    PairJudgement pair =
        PairJudgement.of(
            new PairJudgement.Inputs(
                side("4.5", 90),
                side("4.5", 90),
                NO_LINKS,
                false,
                List.of(UUID.randomUUID()),
                null,
                DOMESTIC));

    assertThat(pair.violations()).containsExactly("WASH_TRADING");
  }

  @Test
  void the_same_branch_is_refused_where_a_post_forbids_it() {
    PairJudgement pair =
        PairJudgement.of(
            new PairJudgement.Inputs(
                side("4.5", 90), side("4.5", 90), NO_LINKS, true, List.of(), null, DOMESTIC));

    assertThat(pair.violations()).containsExactly("SAME_BRANCH");
  }

  @ParameterizedTest
  @CsvSource({"29, FAIL", "30, WARN", "50, WARN", "51, PASS"})
  void the_history_of_the_two_blocks_below_30_and_warns_up_to_50(int score, RiskStatus status) {
    PairJudgement pair =
        PairJudgement.of(
            new PairJudgement.Inputs(
                side("4.5", 90), side("4.5", 90), NO_LINKS, false, List.of(), score, DOMESTIC));

    assertThat(pair.status()).isEqualTo(status);
  }

  @Test
  void sanctions_restrictions_and_licences_matter_across_a_border() {
    TradeRules licence = new TradeRules(true, List.of("IEC"), List.of("LK"), new BigDecimal("500"));

    assertThat(across("IR", "IN", true, true, null).violations())
        .containsExactly("SANCTIONED_COUNTRY");
    assertThat(across("LK", "IN", true, true, licence).violations())
        .containsExactly("EXPORT_RESTRICTED");
    assertThat(across("BD", "IN", false, false, licence).violations())
        .containsExactly("EXPORT_LICENCE_MISSING", "IMPORT_LICENCE_MISSING");
    assertThat(across("BD", "IN", true, true, licence).status()).isEqualTo(RiskStatus.PASS);
    TradeRules exempt = new TradeRules(true, List.of(), List.of(), new BigDecimal("1001"));
    assertThat(across("BD", "IN", false, false, exempt).violations()).isEmpty();
  }

  @Test
  void a_border_on_the_way_of_the_goods_is_one_whatever_the_partners_are() {
    TradeRules licence = new TradeRules(true, List.of("IEC"), List.of("LK"), null);

    assertThat(onTheWay("IR", "IN", null).violations()).containsExactly("SANCTIONED_COUNTRY");
    assertThat(onTheWay("LK", "IN", licence).violations())
        .containsExactly("IMPORT_RESTRICTED", "EXPORT_LICENCE_MISSING", "IMPORT_LICENCE_MISSING");
    assertThat(onTheWay("IN", "IN", licence).status()).isEqualTo(RiskStatus.PASS);
  }

  /** Both partners are Indian. */
  private static PairJudgement onTheWay(String goods, String delivery, TradeRules rules) {
    return judge(
        side("4.5", 90),
        side("4.5", 90),
        NO_LINKS,
        new PairJudgement.Border(
            "IN", "IN", goods, delivery, false, false, rules, rules, new BigDecimal("1000")));
  }

  private static PairJudgement across(
      String buyer, String seller, boolean mayImport, boolean mayExport, TradeRules rules) {
    return judge(
        side("4.5", 90),
        side("4.5", 90),
        NO_LINKS,
        new PairJudgement.Border(
            buyer, seller, null, null, mayImport, mayExport, rules, rules, new BigDecimal("1000")));
  }

  private static PairJudgement judge(
      Judgement.Inputs buyer,
      Judgement.Inputs seller,
      PartyLinks links,
      PairJudgement.Border border) {
    return PairJudgement.of(
        new PairJudgement.Inputs(buyer, seller, links, false, List.of(), null, border));
  }

  private static Judgement.Inputs side(String rating, int performance) {
    return new Judgement.Inputs(
        UUID.randomUUID(),
        "BUY",
        new BigDecimal("1000"),
        "INR",
        new BigDecimal("1000000"),
        BigDecimal.ZERO,
        new BigDecimal(rating),
        performance,
        List.of(),
        null);
  }

  private static PartnerKeys keys(String pan, String suffix, String domain) {
    return new PartnerKeys(
        UUID.randomUUID(), pan, "gst-" + suffix, "phone-" + suffix, domain, null, null, null);
  }
}
