package com.cottonerp.tradedesk.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.contracts.trade.v1.FrozenAddress;
import com.cottonerp.defaults.problem.RefusedException;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GstRulesTest {
  @ParameterizedTest
  @CsvSource({
    "24, Gujarat, 24, Gujarat, INTRA_STATE",
    "24, Gujarat, 27, Maharashtra, INTER_STATE",
    "24, Gujarat, , gujarat , INTRA_STATE",
    ", Gujarat, , Maharashtra, INTER_STATE",
    "24, , 24, , INTRA_STATE",
  })
  void states_are_compared_by_their_codes_or_else_by_their_names(
      String code, String state, String otherCode, String otherState, String kind) {
    assertThat(split(indian(code, state), indian(otherCode, otherState))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({", , , ", "24, Gujarat, , ", ", , 24, Gujarat"})
  void a_state_that_is_not_known_is_not_guessed(
      String code, String state, String otherCode, String otherState) {
    assertThatThrownBy(() -> split(indian(code, state), indian(otherCode, otherState)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().type()).isEqualTo("state-unknown"));
  }

  @Test
  void abroad_the_state_does_not_matter() {
    assertThat(split(address("AE", null, null), indian(null, null))).isEqualTo("ZERO_RATED_EXPORT");
  }

  private static String split(FrozenAddress billTo, FrozenAddress shipFrom) {
    return GstRules.split(new BigDecimal("100.00"), new BigDecimal("5"), billTo, shipFrom)
        .treatment();
  }

  private static FrozenAddress indian(String stateCode, String state) {
    return address("IN", stateCode, state);
  }

  private static FrozenAddress address(String country, String stateCode, String state) {
    return new FrozenAddress(
        UUID.randomUUID(), "Godown", "1 Mill Road", "Rajkot", state, stateCode, "360001", country);
  }
}
