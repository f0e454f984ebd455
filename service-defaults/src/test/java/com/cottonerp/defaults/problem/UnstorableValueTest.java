package com.cottonerp.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnstorableValueTest {
  @ParameterizedTest
  @ValueSource(strings = {"22001", "22003", "22008", "22021", "22P05", "54000"})
  void what_the_database_cannot_hold_is_a_value_of_the_request(String sqlState) {
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isTrue();
  }

  @Test
  void what_the_calendar_or_a_rule_cannot_hold_is_a_value_of_the_request() {
    assertThat(causes(new DateTimeException("no such year"))).isTrue();
    assertThat(causes(new IllegalStateException(new StackOverflowError()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "53100", "57014", "08006"})
  void any_other_failure_is_not(String sqlState) {
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isFalse();
    assertThat(causes(new IllegalStateException())).isFalse();
  }

  private static boolean causes(Throwable failure) {
    return UnstorableValue.causes(failure, Refused.READER);
  }
}
