package com.cottonerp.tradedesk.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.contracts.trade.v1.GstSplit;
import com.cottonerp.defaults.problem.RefusedException;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GstRulesTest {
  /** 100 bales of 170 kg at 50 000 INR for a candy of 355.6222 kg. */
  private static final BigDecimal VALUE = new BigDecimal("2390176.99");

  private static final BigDecimal RATE = new BigDecimal("5");

  @ParameterizedTest
  @CsvSource({
    "24, Gujarat, 24, Gujarat, INTRA_STATE",
    "24, Gujarat, 27, Maharashtra, INTER_STATE",
    "24, Gujarat, , gujarat , INTRA_STATE",
    "24, Gujarat, , ગુજરાત, INTRA_STATE",
    "24, Gujarat, , GJ, INTRA_STATE",
    ", Tamilnadu, 33, , INTRA_STATE",
    ", Orissa, 21, Odisha, INTRA_STATE",
    ", Gujarat, , Maharashtra, INTER_STATE",
    "24, , 24, , INTRA_STATE",
    "25, , 26, , INTRA_STATE",
    "28, , 37, , INTRA_STATE",
    "36, , 37, , INTER_STATE",
    "38, , 01, , INTER_STATE",
    "97, , 97, , INTRA_STATE"
  })
  void sections_7_and_8_states_are_compared_by_code_or_name_in_any_spelling(
      String code, String state, String otherCode, String otherState, String kind) {
    assertThat(split(indian(code, state), indian(otherCode, otherState)).treatment())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({", , , ", "24, Gujarat, , ", ", , 24, Gujarat", "24, , , ZZ", "24, , 99, "})
  void a_state_that_is_not_known_is_not_guessed(
      String code, String state, String otherCode, String otherState) {
    assertThatThrownBy(() -> split(indian(code, state), indian(otherCode, otherState)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().type()).isEqualTo("state-unknown"));
  }

  @Test
  void within_gujarat_the_halves_are_rounded_each() {
    GstSplit gst = split(indian("24", null), indian("24", null));

    assertThat(gst.cgst()).isEqualTo("59754.42");
    assertThat(gst.sgst()).isEqualTo("59754.42");
    assertThat(gst.stateTax()).isEqualTo("SGST");
    assertThat(gst.placeOfSupply()).isEqualTo("24");
    assertThat(split(indian("33", null), indian("24", null)).igst()).isEqualTo("119508.85");
  }

  @ParameterizedTest
  @CsvSource({
    "04, UTGST",
    "26, UTGST",
    "31, UTGST",
    "35, UTGST",
    "38, UTGST",
    "97, UTGST",
    "07, SGST",
    "34, SGST",
    "01, SGST",
    "24, SGST"
  })
  void section_2_114_union_territories_without_a_legislature_take_utgst(
      String code, String stateTax) {
    assertThat(split(indian(code, null), indian(code, null)).stateTax()).isEqualTo(stateTax);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, ZERO_RATED_EXPORT, 0.00",
    "false, true, EXPORT_WITH_IGST, 119508.85",
    "true, false, ZERO_RATED_SEZ, 0.00",
    "true, true, SEZ_WITH_IGST, 119508.85"
  })
  void section_16_exports_and_zones_are_zero_rated_or_with_igst(
      boolean sez, boolean withIgst, String kind, String igst) {
    FrozenAddress to = sez ? indian("24", null) : address("BD", null, null);
    GstSplit gst =
        GstRules.split(VALUE, RATE, supply(to, indian("24", null), sez, withIgst, false));

    assertThat(gst.treatment()).isEqualTo(kind);
    assertThat(gst.igst()).isEqualTo(igst);
    assertThat(gst.cgst()).isEqualTo("0.00");
  }

  @Test
  void notification_43_of_2017_the_buyer_pays_on_raw_cotton_of_an_agriculturist() {
    FrozenAddress gujarat = indian("24", null);

    assertThat(
            GstRules.split(VALUE, RATE, supply(gujarat, gujarat, false, false, true))
                .reverseCharge())
        .isTrue();
    assertThat(split(gujarat, gujarat).reverseCharge()).isFalse();
  }

  private static GstSplit split(FrozenAddress placeOfSupply, FrozenAddress shipFrom) {
    return GstRules.split(VALUE, RATE, supply(placeOfSupply, shipFrom, false, false, false));
  }

  private static Supply supply(
      FrozenAddress to, FrozenAddress from, boolean sez, boolean withIgst, boolean grown) {
    return new Supply(new TradeAddresses(to, to, from), to, sez, withIgst, grown);
  }

  private static FrozenAddress indian(String stateCode, String state) {
    return address("IN", stateCode, state);
  }

  private static FrozenAddress address(String country, String stateCode, String state) {
    return new FrozenAddress(
        UUID.randomUUID(), "Godown", "1 Mill Road", "Rajkot", state, stateCode, "360001", country);
  }
}
