package com.cottonerp.settings.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.settings.commissions.CommissionRule.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionRuleTest {
  @ParameterizedTest
  @CsvSource({
    "1000000.00, 5000.00",
    "100.00, 500.00",
    "100000.00, 500.00",
    "100001.00, 500.01",
    "99999999.00, 50000.00",
    "0, 500.00"
  })
  void a_percentage_is_kept_between_least_and_most_and_rounded_at_the_end(
      String value, String commission) {
    CommissionRule rule =
        new CommissionRule(
            CommissionType.PERCENTAGE,
            number("0.50"),
            null,
            List.of(),
            number("500"),
            number("50000"));

    assertThat(rule.checked().on(number(value))).isEqualTo(number(commission));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00", "999999.99, 10000.00", "1000000, 5000.00", "5000000, 12500.00"})
  void the_highest_tier_that_a_value_reaches_counts(String value, String commission) {
    CommissionRule rule =
        new CommissionRule(
            CommissionType.TIERED,
            null,
            null,
            List.of(tier("0", "1"), tier("1000000", "0.50"), tier("5000000", "0.25")),
            null,
            null);

    assertThat(rule.checked().on(number(value))).isEqualTo(number(commission));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "99999999.99"})
  void a_fixed_commission_is_the_same_for_every_value(String value) {
    CommissionRule rule =
        new CommissionRule(CommissionType.FIXED, null, number("750.5"), List.of(), null, null);

    assertThat(rule.checked().on(number(value))).isEqualTo(number("750.50"));
  }

  private static Tier tier(String from, String rate) {
    return new Tier(number(from), number(rate));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
