package com.cottonerp.risk.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.risk.v1.RiskFactor;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
  private static final String RICH = "1000000000";

  private static Judgement.Inputs inputs(
      String limit, String exposure, String value, String rating, Integer performance) {
    return new Judgement.Inputs(
        new UUID(1, 1),
        "BUY",
        new BigDecimal(value),
        "INR",
        new BigDecimal(limit),
        new BigDecimal(exposure),
        rating == null ? null : new BigDecimal(rating),
        performance,
        List.of(),
        null);
  }

  private static List<String> codes(Judgement judgement) {
    return judgement.factors().stream()
        .filter(factor -> factor.deduction() > 0)
        .map(RiskFactor::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"50000,0", "90000,20", "100000,20", "100000.01,40", "100001,40"})
  void example_5_exposure_is_compared_with_the_limit_and_with_a_headroom_of_a_fifth(
      String value, int deduction) {
    Judgement judgement = Judgement.of(inputs("1000000", "900000", value, "4.5", 90));

    assertThat(judgement.score()).isEqualTo(100 - deduction);
  }

  @ParameterizedTest
  @CsvSource({
    "2.9,90,30",
    "3.0,90,15",
    "3.9,90,15",
    "4.0,90,0",
    "4.5,49,30",
    "4.5,50,15",
    "4.5,74,15",
    "4.5,75,0"
  })
  void example_6_rating_and_performance_count_by_their_brackets(
      String rating, int performance, int deduction) {
    assertThat(Judgement.of(inputs(RICH, "0", "1", rating, performance)).score())
        .isEqualTo(100 - deduction);
  }

  @ParameterizedTest
  @CsvSource({
    "90000,4.5,60,65,WARN",
    "90000,4.5,90,80,PASS",
    "100001,4.5,90,60,WARN",
    "100001,4.5,60,45,FAIL"
  })
  void example_7_the_score_says_pass_warn_or_fail(
      String value, String rating, int performance, int score, RiskStatus status) {
    Judgement judgement = Judgement.of(inputs("1000000", "900000", value, rating, performance));

    assertThat(judgement.score()).isEqualTo(score);
    assertThat(judgement.status()).isEqualTo(status);
  }

  @Test
  void the_worst_case_is_zero() {
    Judgement judgement = Judgement.of(inputs("0", "0", "1", "1", 1));

    assertThat(judgement.score()).isZero();
    assertThat(codes(judgement)).containsExactly("OVER_LIMIT", "LOW_RATING", "LOW_PERFORMANCE");
  }

  @Test
  void who_is_new_is_told_so_and_loses_nothing_for_it() {
    Judgement judgement = Judgement.of(inputs(RICH, "0", "1", null, null));

    assertThat(judgement.status()).isEqualTo(RiskStatus.PASS);
    assertThat(judgement.factors())
        .extracting(RiskFactor::code)
        .containsExactly("NOT_RATED", "NO_HISTORY");
  }

  @Test
  void unsettled_posts_on_the_other_side_fail_whatever_the_score() {
    UUID sale = new UUID(2, 2);
    Judgement judgement =
        Judgement.of(
            new Judgement.Inputs(
                new UUID(1, 1),
                "BUY",
                BigDecimal.ONE,
                "INR",
                new BigDecimal(RICH),
                BigDecimal.ZERO,
                new BigDecimal("5"),
                100,
                List.of(sale),
                null));

    assertThat(judgement.status()).isEqualTo(RiskStatus.FAIL);
    assertThat(judgement.score()).isEqualTo(100);
    assertThat(judgement.violations()).containsExactly("CIRCULAR_TRADING");
    assertThat(judgement.factors().get(0).code()).isEqualTo("UNSETTLED_SELL_EXISTS");
  }
}
