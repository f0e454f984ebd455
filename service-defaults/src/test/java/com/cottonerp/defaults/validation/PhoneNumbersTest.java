package com.cottonerp.defaults.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "98250-11111,IN,+919825011111",
    "+91 (0)98250 11111,IN,+919825011111",
    "0281 2450000,IN,+912812450000",
    "+880 1711 234567,IN,+8801711234567",
    "1711-234567,BD,+8801711234567",
    "+44 20 7946 0018,IN,+442079460018"
  })
  void a_number_is_kept_in_one_spelling(String text, String country, String kept) {
    assertThat(PhoneNumbers.normalised(text, country)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "       ",
        "0000000000",
        "9999999999",
        "1234567890",
        "12345",
        "+91",
        "+999 1234567",
        "98250"
      })
  void what_nobody_can_be_called_on_is_none(String text) {
    assertThat(PhoneNumbers.normalised(text, "IN")).isEmpty();
  }

  @Test
  void every_mobile_number_of_the_series_98_is_one() {
    Random random = new Random(98);
    for (int round = 0; round < 1_000; round++) {
      String number = "98%08d".formatted(random.nextInt(100_000_000));
      assertThat(PhoneNumbers.normalised(number, "IN")).as(number).isPresent();
    }
  }
}
