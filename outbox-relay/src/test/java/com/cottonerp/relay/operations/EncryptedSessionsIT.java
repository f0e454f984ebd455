package com.cottonerp.relay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.problem.RefusedException;
import com.cottonerp.platform.testkit.EncryptedPostgres;
import com.cottonerp.platform.testkit.EncryptedPostgres.Situation;
import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.testkit.TestConfig;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sessions of the loop and those of operators. */
class EncryptedSessionsIT {
  private static EncryptedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = EncryptedPostgres.start();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  void the_relay_reads_the_outbox_of_the_right_server_only(Situation situation)
      throws SQLException {
    TestConfig config =
        new TestConfig(postgres.jdbcUrl(situation), "none:0")
            .set("sources.partners.ssl-mode", situation.mode());
    postgres.prepare(situation).ifPresent(ca -> config.set("sources.partners.ssl-ca", ca));
    RelayConfig relay = config.build();

    if (situation.isTaken()) {
      assertThat(isEncrypted(relay)).isTrue();
      OutboxSession.open(relay.sources().get("partners"), "replica", relay).close();
    } else {
      assertThatThrownBy(() -> isEncrypted(relay)).isInstanceOf(RefusedException.class);
      assertThatThrownBy(
              () -> OutboxSession.open(relay.sources().get("partners"), "replica", relay))
          .isInstanceOf(SQLException.class);
    }
  }

  private static boolean isEncrypted(RelayConfig relay) {
    OutboxPools pools = new OutboxPools(relay);
    try {
      return pools.with(
          "partners",
          connection -> {
            try (var rows =
                connection
                    .createStatement()
                    .executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
              rows.next();
              return rows.getBoolean(1);
            }
          });
    } finally {
      pools.close();
    }
  }
}
