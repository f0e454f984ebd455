package com.cottonerp.tradedesk.posting;

import static com.cottonerp.tradedesk.testkit.Posts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.india.IndianState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceStateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"gj", "GJ", "24", "Gujarat", "GUJRAT", "ગુજરાત", "गुजरात", "IN-GJ", " Gujarat "})
  void every_spelling_of_a_state_is_one(String text) {
    assertThat(PlaceState.told(body(text, null), "/place"))
        .map(IndianState::gstCode)
        .hasValue("24");
    assertThat(PlaceState.told(body(null, text), "/place"))
        .map(IndianState::name)
        .hasValue("Gujarat");
    assertThat(PlaceState.code(place(text, null))).isEqualTo("24");
    assertThat(PlaceState.code(place(null, text))).isEqualTo("24");
  }

  @ParameterizedTest
  @CsvSource({"25, 26", "DD, 26", "28, 37", "Orissa, 21", "TG, 36"})
  void a_code_of_the_past_is_the_state_of_today(String told, String code) {
    assertThat(PlaceState.code(place(told, null))).isEqualTo(code);
  }

  @Test
  void what_names_no_state_or_two_is_refused() {
    refused("invalid-request", () -> PlaceState.told(body("ZZ", null), "/place"));
    refused("invalid-request", () -> PlaceState.told(body(null, "Gujarta Pradesh"), "/place"));
    refused("invalid-request", () -> PlaceState.told(body("27", "Gujarat"), "/place"));
    assertThat(PlaceState.told(body(null, null), "/place")).isEmpty();
    assertThat(PlaceState.told(body(" ", ""), "/place")).isEmpty();
  }

  @Test
  void abroad_a_state_is_what_was_told() {
    PostPlace texas = new PostPlace(null, null, "Texas", "TX", null, "US", null, null, null);

    assertThat(PlaceState.code(texas)).isEqualTo("TX");
    assertThat(PlaceState.differ(texas, texas)).isFalse();
  }

  private static PlaceBody body(String code, String state) {
    return new PlaceBody(null, null, state, code, "IN", null, null, null);
  }

  private static PostPlace place(String code, String state) {
    return new PostPlace(null, null, state, code, null, "IN", null, null, null);
  }
}
