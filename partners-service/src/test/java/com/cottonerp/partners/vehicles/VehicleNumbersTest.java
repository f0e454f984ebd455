package com.cottonerp.partners.vehicles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "GJ 03 AB 1234,GJ03AB1234",
    "gj-03-ab-1234,GJ03AB1234",
    "22 BH 1234 AA,22BH1234AA",
    "22 BH 1234 A,22BH1234A",
    "DL 3C AB 1234,DL3CAB1234",
    "TN 07 ABC 1234,TN07ABC1234",
    "MH 01 1234,MH011234",
    "OR 02 A 5,OR02A5",
    "TS 09 EA 0001,TS09EA0001",
    "LA 01 A 1234,LA01A1234"
  })
  void marks_of_every_official_series_are_kept_in_one_spelling(String text, String kept) {
    assertThat(VehicleNumbers.normalised(text)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZZ 99 AB 1234",
        "XX031234",
        "GJ00AB1234",
        "GJ03AB0000",
        "GJ03ABCD1234",
        "20BH1234AA",
        "22BH0000AA",
        "22BH1234IO",
        "22BH1234",
        "1234",
        "GJ",
        ""
      })
  void what_no_authority_gives_out_is_none(String text) {
    assertThat(VehicleNumbers.normalised(text)).isEmpty();
  }
}
