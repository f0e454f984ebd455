package com.cottonerp.runner.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The soak's checks find violations. */
class FindingsTest {
  @Test
  void each_number_once_and_none_left_out_is_fine() {
    assertThat(Numbers.gap("trades", made("TR-2026-00002", "TR-2026-00001"), 2)).isEmpty();
  }

  @Test
  void a_number_that_was_taken_and_told_nobody_is_found() {
    assertThat(Numbers.gap("trades", made("TR-2026-00001", "TR-2026-00003"), 3)).isPresent();
  }

  @Test
  void a_number_that_was_given_twice_is_found() {
    assertThat(Numbers.gap("trades", made("TR-2026-00001", "TR-2026-00001"), 2)).isPresent();
  }

  private static List<History.Made> made(String... numbers) {
    return java.util.Arrays.stream(numbers).map(number -> new History.Made("id", number)).toList();
  }
}
