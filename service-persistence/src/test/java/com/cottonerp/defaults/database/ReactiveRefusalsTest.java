package com.cottonerp.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.problem.SqlRefusal;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ReactiveRefusalsTest {
  private final ReactiveRefusals refusals = new ReactiveRefusals();

  @Test
  void a_refusal_of_the_server_has_its_state_and_severity() {
    assertThat(refusals.of(new PgException("no", "FATAL", "57P01", null)))
        .contains(new SqlRefusal("57P01", "FATAL"));
    assertThat(refusals.of(new PgException("no", null, null, null)))
        .contains(new SqlRefusal(null, null));
  }

  @Test
  void a_connection_that_was_closed_has_the_state_of_a_broken_one() {
    assertThat(refusals.of(ClosedConnectionException.INSTANCE))
        .contains(new SqlRefusal("08006", null));
  }

  @Test
  void a_failure_of_another_driver_is_left_to_others() {
    assertThat(refusals.of(new SQLException("no", "57P01"))).isEmpty();
    assertThat(refusals.of(new IllegalStateException())).isEmpty();
  }
}
