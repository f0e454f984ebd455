package com.cottonerp.risk.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingRulesTest {
  @ParameterizedTest
  @CsvSource({
    "1000, RED, CRITICAL, 100.0",
    "1500, RED, CRITICAL, 150.0",
    "999, RED, HIGH, 99.9",
    "999.9, RED, HIGH, 99.9",
    "900, RED, HIGH, 90.0",
    "750, YELLOW, MEDIUM, 75.0",
    "500, YELLOW, LOW, 50.0",
    "499, GREEN, NONE, 49.9",
    "0, GREEN, NONE, 0.0"
  })
  void example_10_the_level_follows_the_utilisation(
      String exposure, String level, String alert, String utilisation) {
    assertThat(ExposureLevel.of(new BigDecimal(exposure), new BigDecimal("1000")))
        .isEqualTo(new ExposureLevel(level, alert, new BigDecimal(utilisation)));
  }

  @Test
  void without_a_limit_everything_is_too_much() {
    assertThat(ExposureLevel.of(BigDecimal.ONE, BigDecimal.ZERO).level()).isEqualTo("RED");
    assertThat(ExposureLevel.of(BigDecimal.ZERO, BigDecimal.ZERO).level()).isEqualTo("GREEN");
  }

  @ParameterizedTest
  @CsvSource({
    // limit, exposure, rating, performance, trades, disputed, completed, score, category,
    // recommended
    "1000, 0, 4.5, 90, 60, 0, 60, 100, LOW, 1200.00",
    "1000, 0, 4.0, 80, 60, 0, 60, 100, LOW, 1100.00",
    "1000, 0, 4.0, 80, 55, 6, 55, 85, LOW, 1100.00",
    "1000, 0, 4.0, 80, 55, 3, 55, 92, LOW, 1100.00",
    "1000, 910, 1.9, 39, 60, 7, 9, 0, CRITICAL, 750.00",
    "1000, 900, 3.9, 74, 100, 6, 50, 61, MEDIUM, 1000.00",
    "1000, 760, 2.9, 59, 100, 5, 49, 50, MEDIUM, 750.00",
    "0, 0, , , 0, 0, 0, 65, MEDIUM, 0.00",
    "1000, 0, , , 0, 0, 0, 90, LOW, 1000.00"
  })
  void a_partner_is_judged_by_utilisation_rating_performance_disputes_and_history(
      String limit,
      String exposure,
      String rating,
      Integer performance,
      int trades,
      int disputed,
      int completed,
      int score,
      String category,
      String recommended) {
    PartnerJudgement judgement =
        PartnerJudgement.of(
            new PartnerJudgement.Inputs(
                new BigDecimal(limit),
                new BigDecimal(exposure),
                rating == null ? null : new BigDecimal(rating),
                performance,
                trades,
                disputed,
                completed));

    assertThat(judgement.score()).isEqualTo(score);
    assertThat(judgement.category()).isEqualTo(category);
    assertThat(judgement.recommendedLimit()).isEqualByComparingTo(recommended);
  }
}
