package com.cottonerp.defaults.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredWaitTest {
  @Test
  void who_does_not_ask_waits_two_seconds() {
    assertThat(PreferredWait.of(null)).isEqualTo(new PreferredWait(2, false));
    assertThat(PreferredWait.of("respond-async, await=3")).isEqualTo(new PreferredWait(2, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=0|0",
        "wait=5|5",
        "Wait = 5; x=y|5",
        "handling=lenient, wait=\"3\"|3",
        "wait=3, wait=4|3",
        "wait=999|10"
      })
  void who_asks_waits_so_long_but_never_longer_than_ten_seconds(String header, int seconds) {
    assertThat(PreferredWait.of(header)).isEqualTo(new PreferredWait(seconds, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=", "wait=2s", "wait=-1", "wait=1.5"})
  void a_wait_is_a_number_of_seconds(String header) {
    assertThatThrownBy(() -> PreferredWait.of(header)).isInstanceOf(RefusedException.class);
  }
}
