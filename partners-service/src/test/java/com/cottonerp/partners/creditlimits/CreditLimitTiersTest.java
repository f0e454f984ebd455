package com.cottonerp.partners.creditlimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditLimitTiersTest {
  private final CreditLimitTiers tiers =
      CreditLimitTiers.parse("INR:10000000:1000000000,USD:250000:12000000,OTHER:0:10000000");

  @ParameterizedTest
  @CsvSource({
    "0, INR",
    "10000000, INR",
    "10000000.00, INR",
    "250000, USD",
    "0, BDT",
  })
  void a_manager_grants_up_to_their_tier(BigDecimal limit, String currency) {
    assertThatCode(() -> tiers.mustBeGranted(limit, currency, false)).doesNotThrowAnyException();
    assertThat(tiers.isManagers(limit, currency)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10000000.01, INR",
    "1000000000, INR",
    "250001, USD",
    "1, BDT",
    "10000000, BDT",
  })
  void a_director_grants_more(BigDecimal limit, String currency) {
    assertThatThrownBy(() -> tiers.mustBeGranted(limit, currency, false))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().type()).isEqualTo("credit-limit-is-directors"));
    assertThatCode(() -> tiers.mustBeGranted(limit, currency, true)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"1000000000.01, INR", "999999999999, INR", "12000001, USD", "10000001, BDT"})
  void nobody_grants_more_than_a_director(BigDecimal limit, String currency) {
    assertThatThrownBy(() -> tiers.mustBeGranted(limit, currency, true))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().type()).isEqualTo("credit-limit-too-high"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INR:1:2",
        "OTHER:2:1",
        "OTHER:-1:1",
        "OTHER:1",
        "OTHER:x:1",
        "OTHER:1:2,OTHER:1:2"
      })
  void a_setting_that_says_nothing_sensible_is_refused_at_start(String setting) {
    assertThatThrownBy(() -> CreditLimitTiers.parse(setting)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void spaces_in_the_setting_do_not_matter() {
    assertThat(CreditLimitTiers.parse("OTHER:0:1, INR:5:6").isManagers(new BigDecimal("5"), "INR"))
        .isTrue();
  }
}
