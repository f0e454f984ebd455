package com.cottonerp.defaults.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {
  private final CurrencyCode.Known rule = new CurrencyCode.Known();

  @ParameterizedTest
  @ValueSource(strings = {"INR", "USD", "EUR", "BDT", "CNY", "VND", "TRY", "PKR", "CHF"})
  void a_country_pays_with_it(String code) {
    assertThat(rule.isValid(code, null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "XTS", "XAU", "XDR", "CHE", "USN", "DEM", "ITL", "USX", "inr"})
  void nobody_pays_with_it(String code) {
    assertThat(rule.isValid(code, null)).isFalse();
  }
}
