package com.cottonerp.defaults.commission;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.commission.CommissionRule.Tier;
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
            null,
            number("500"),
            number("50000"));

    assertThat(rule.checked().on(number(value), null)).isEqualTo(number(commission));
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
            null,
            null);

    assertThat(rule.checked().on(number(value), null)).isEqualTo(number(commission));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "99999999.99"})
  void a_fixed_commission_is_the_same_for_every_value(String value) {
    CommissionRule rule =
        new CommissionRule(
            CommissionType.FIXED, null, number("750.5"), List.of(), null, null, null);

    assertThat(rule.checked().on(number(value), null)).isEqualTo(number("750.50"));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 600, 3000.00", // 5 INR for each bale
    "100, 286.8212, 28682.12", // 100 INR for each candy of 600 bales
    "0.125, 3, 0.38",
    "12.3456, 7, 86.42"
  })
  void a_commission_for_each_unit_counts_the_units(String perUnit, String units, String total) {
    CommissionRule rule =
        new CommissionRule(
            CommissionType.PER_UNIT, null, null, List.of(), number(perUnit), null, null);

    assertThat(rule.checked().on(number("2390176.99"), number(units))).isEqualTo(number(total));
  }

  @ParameterizedTest
  @CsvSource({"2390176.99, 2987.72", "14341061.95, 17926.33", "1, 0.00"})
  void an_eighth_of_a_percent_is_a_rate(String value, String commission) {
    CommissionRule rule =
        new CommissionRule(
            CommissionType.PERCENTAGE, number("0.125"), null, List.of(), null, null, null);

    assertThat(rule.checked().on(number(value), null)).isEqualTo(number(commission));
  }

  private static Tier tier(String from, String rate) {
    return new Tier(number(from), number(rate));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
