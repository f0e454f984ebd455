package com.cottonerp.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitedTooLongTest {
  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "57014"})
  void a_statement_that_gave_way_to_others_is_worth_repeating(String sqlState) {
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isTrue();
    assertThat(causes(new RuntimeException(new SQLException("no", sqlState)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "42P01", "53300", "P0001"})
  void any_other_failure_is_not(String sqlState) {
    assertThat(causes(Refused.wrapped("ERROR", sqlState))).isFalse();
    assertThat(causes(new IllegalStateException())).isFalse();
  }

  private static boolean causes(Throwable failure) {
    return WaitedTooLong.causes(failure, Refused.READER);
  }
}
