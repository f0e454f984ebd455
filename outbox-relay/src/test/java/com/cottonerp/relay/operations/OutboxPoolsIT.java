package com.cottonerp.relay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.relay.testkit.TestConfig;
import com.cottonerp.relay.testkit.TestOutbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxPoolsIT {
  private static final String TERMINATE =
      """
      DO $$ BEGIN
        PERFORM pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = 'outbox-relay console';
      END $$
      """;

  private final TestOutbox outbox = new TestOutbox();
  private final OutboxPools pools =
      new OutboxPools(new TestConfig(outbox.jdbcUrl(), "localhost:1").build());

  @AfterEach
  void close() {
    pools.close();
    outbox.close();
  }

  /** A client that asks every second keeps the pool from validating an idle connection. */
  @Test
  void a_connection_that_was_lost_is_given_out_once_at_most() {
    assertThat(isAnswered()).isTrue();

    outbox.runAs("postgres", TERMINATE);
    isAnswered();

    assertThat(isAnswered()).isTrue();
  }

  private boolean isAnswered() {
    try {
      return pools.with("partners", connection -> connection.createStatement().execute("SELECT 1"));
    } catch (RefusedException unreachable) {
      return false;
    }
  }
}
