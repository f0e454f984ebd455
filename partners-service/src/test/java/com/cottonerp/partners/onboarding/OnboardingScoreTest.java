package com.cottonerp.partners.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.partners.applicant.BusinessEntityType;
import com.cottonerp.partners.onboarding.OnboardingScore.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardingScoreTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void example_1_an_old_private_company_with_a_good_record_is_low_risk() {
    OnboardingScore score =
        score(60, BusinessEntityType.PRIVATE_LIMITED, "12000000", GstCompliance.GOOD);

    assertThat(score.score()).isEqualTo(100);
    assertThat(score.category()).isEqualTo(RiskCategory.LOW);
    assertThat(score.category().route(true)).isEqualTo(ApprovalRoute.AUTO);
    assertThat(score.recommendedLimit()).isEqualByComparingTo("1800000");
  }

  @Test
  void example_2_a_young_proprietorship_of_which_nothing_is_known_is_high_risk() {
    OnboardingScore score =
        score(6, BusinessEntityType.PROPRIETORSHIP, null, GstCompliance.UNKNOWN);

    assertThat(score.score()).isEqualTo(30);
    assertThat(score.category()).isEqualTo(RiskCategory.HIGH);
    assertThat(score.category().route(true)).isEqualTo(ApprovalRoute.DIRECTOR);
    assertThat(score.recommendedLimit()).isNull();
  }

  @Test
  void example_3_a_partnership_with_a_poor_record_is_medium_risk() {
    OnboardingScore score =
        score(24, BusinessEntityType.PARTNERSHIP, "5000000", GstCompliance.POOR);

    assertThat(score.score()).isEqualTo(50);
    assertThat(score.category()).isEqualTo(RiskCategory.MEDIUM);
    assertThat(score.category().route(true)).isEqualTo(ApprovalRoute.MANAGER);
    assertThat(score.recommendedLimit()).isEqualByComparingTo("500000");
  }

  @Test
  void example_4_a_young_proprietorship_with_a_poor_record_is_critical() {
    OnboardingScore score = score(6, BusinessEntityType.PROPRIETORSHIP, null, GstCompliance.POOR);

    assertThat(score.score()).isEqualTo(5);
    assertThat(score.category()).isEqualTo(RiskCategory.CRITICAL);
    assertThat(score.category().route(true)).isEqualTo(ApprovalRoute.DIRECTOR);
  }

  @ParameterizedTest
  @CsvSource({"0,35", "11,35", "12,50", "23,50", "24,60", "59,60", "60,70"})
  void age_counts_in_months_of_thirty_days(int months, int expected) {
    assertThat(score(months, null, null, GstCompliance.UNKNOWN).score()).isEqualTo(expected);
  }

  @Test
  void an_unknown_registration_date_counts_as_an_age_of_zero() {
    Facts facts = new Facts(null, null, true, false, false, null, GstCompliance.UNKNOWN);

    assertThat(OnboardingScore.of(facts, TODAY).score()).isEqualTo(35);
  }

  @ParameterizedTest
  @CsvSource({
    "999999.99,50",
    "1000000,55",
    "4999999.99,55",
    "5000000,60",
    "9999999.99,60",
    "10000000,65"
  })
  void turnover_counts_by_its_bracket(String turnover, int expected) {
    assertThat(score(12, null, turnover, GstCompliance.UNKNOWN).score()).isEqualTo(expected);
  }

  @Test
  void a_laboratory_and_transport_count_for_business_entities_only() {
    assertThat(withExtras(true)).isEqualTo(65);
    assertThat(withExtras(false)).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "100,LOW",
    "70,LOW",
    "69,MEDIUM",
    "40,MEDIUM",
    "39,HIGH",
    "20,HIGH",
    "19,CRITICAL",
    "0,CRITICAL"
  })
  void the_category_follows_the_score(int score, RiskCategory expected) {
    assertThat(RiskCategory.of(score)).isEqualTo(expected);
  }

  @Test
  void nobody_is_approved_automatically_before_everything_is_verified() {
    assertThat(RiskCategory.LOW.route(false)).isEqualTo(ApprovalRoute.MANAGER);
    assertThat(RiskCategory.HIGH.route(false)).isEqualTo(ApprovalRoute.DIRECTOR);
  }

  private static int withExtras(boolean businessEntity) {
    Facts facts =
        new Facts(registered(12), null, businessEntity, true, true, null, GstCompliance.UNKNOWN);
    return OnboardingScore.of(facts, TODAY).score();
  }

  private static OnboardingScore score(
      int months, BusinessEntityType type, String turnover, GstCompliance compliance) {
    BigDecimal amount = turnover == null ? null : new BigDecimal(turnover);
    return OnboardingScore.of(
        new Facts(registered(months), type, true, false, false, amount, compliance), TODAY);
  }

  private static LocalDate registered(int months) {
    return TODAY.minusDays(30L * months);
  }
}
