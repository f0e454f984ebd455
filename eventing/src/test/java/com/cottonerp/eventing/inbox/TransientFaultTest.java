package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFaultTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "25006", "28000", "28P01", "3D000", "40P01", "40001", "53300", "55P03", "57P01",
        "57P03"
      })
  void a_state_that_passes_is_trouble_of_the_database(String sqlState) {
    assertThat(TransientFault.causes(new HibernateException("wrapped", refused(sqlState))))
        .isTrue();
  }

  @Test
  void a_session_that_is_refused_is_trouble_of_the_database_whatever_its_state() {
    PgException refused = new PgException("permission denied for database", "FATAL", "42501", null);

    assertThat(TransientFault.causes(new HibernateException("wrapped", refused))).isTrue();
    assertThat(TransientFault.causes(refused("42501"))).isFalse();
  }

  @Test
  void a_statement_that_was_prepared_before_a_column_was_widened_works_the_next_time() {
    String stale = "cached plan must not change result type";

    assertThat(TransientFault.causes(new PgException(stale, "ERROR", "0A000", null))).isTrue();
    assertThat(TransientFault.causes(refused("0A000"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "22P02", "23502", "23505", "42P01", "42703", "57014", "P0001"})
  void a_statement_that_never_works_is_a_fault_of_the_projection(String sqlState) {
    assertThat(TransientFault.causes(new HibernateException("wrapped", refused(sqlState))))
        .isFalse();
  }

  @Test
  void a_lock_that_is_held_for_long_is_worth_more_attempts_wherever_it_stands_among_the_causes() {
    int others = TransientFault.attemptsWorth(new HibernateException("wrapped", refused("40P01")));

    assertThat(TransientFault.attemptsWorth(new HibernateException("wrapped", refused("55P03"))))
        .isGreaterThan(others);
    assertThat(TransientFault.attemptsWorth(new IllegalStateException("a fault"))).isEqualTo(1);
  }

  @Test
  void a_lost_connection_is_trouble_of_the_database() {
    assertThat(TransientFault.causes(new ConnectException("refused"))).isTrue();
    assertThat(TransientFault.causes(new IOException("reset by peer"))).isTrue();
    assertThat(TransientFault.causes(new VertxException("Connection was closed"))).isTrue();
    assertThat(TransientFault.causes(new TimeoutException())).isTrue();
  }

  @Test
  void a_lost_connection_is_found_behind_the_failure_that_it_caused() {
    IllegalStateException failure = new IllegalStateException("rollback failed");
    failure.addSuppressed(new HibernateException("x", new IOException("reset by peer")));

    assertThat(TransientFault.causes(failure)).isTrue();
  }

  @Test
  void a_payload_that_cannot_be_read_is_a_fault_of_the_event_though_it_is_an_IOException() {
    assertThat(TransientFault.causes(new JsonParseException(null, "no JSON"))).isFalse();
    assertThat(TransientFault.causes(new NullPointerException())).isFalse();
  }

  private static PgException refused(String sqlState) {
    return new PgException("refused", "ERROR", sqlState, null);
  }
}
