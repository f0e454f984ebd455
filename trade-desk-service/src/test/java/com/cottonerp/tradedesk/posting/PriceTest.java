package com.cottonerp.tradedesk.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.problem.RefusedException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
  private static final Measure POUNDS =
      new Measure("BALE", new BigDecimal("170"), "POUND", new BigDecimal("0.453592"), "KG", "USD");

  @ParameterizedTest
  @CsvSource({
    "50000, 50000.00",
    "5E+4, 50000.00",
    "50000.0000, 50000.00",
    "0.7474, 0.7474",
    "0.74740000, 0.7474",
    "0.7, 0.70"
  })
  void a_price_has_as_many_decimals_as_it_needs_and_two_at_least(String given, String written) {
    assertThat(Price.written(new BigDecimal(given)).toString()).isEqualTo(written);
  }

  @Test
  void no_price_stays_none() {
    assertThat(Price.written(null)).isNull();
    Price.mustComeToSomething(POUNDS, BigDecimal.ONE, null, "/price");
  }

  @Test
  void what_comes_to_nothing_is_no_contract() {
    BigDecimal least = new BigDecimal("0.0001");
    // 374.786 pounds: 3.7 cents; a thousandth of a bale: 0.004 cents.
    Price.mustComeToSomething(POUNDS, BigDecimal.ONE, least, "/price");

    assertThatThrownBy(
            () -> Price.mustComeToSomething(POUNDS, new BigDecimal("0.001"), least, "/price"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              InvalidField field = (InvalidField) refused.refusal();
              assertThat(field.pointer()).isEqualTo("/price");
              assertThat(field.detail()).isEqualTo("comes to 0.00 USD for 0.001 BALE");
            });
  }
}
