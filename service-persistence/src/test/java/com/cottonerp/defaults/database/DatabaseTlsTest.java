package com.cottonerp.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.defaults.databasetls.DatabaseTls;
import com.cottonerp.platform.LocalPostgres;
import com.cottonerp.platform.testkit.EncryptedPostgres;
import com.cottonerp.platform.testkit.EncryptedPostgres.Situation;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both drivers make the same of the same words, against a server with a certificate. */
class DatabaseTlsTest {
  private static final String IS_ENCRYPTED =
      "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
  private static final String ROLE = "settings_app";

  private static EncryptedPostgres postgres;
  private static Vertx vertx;

  @BeforeAll
  static void start() {
    postgres = EncryptedPostgres.start();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
    postgres.close();
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  void the_reactive_driver_of_the_services_takes_the_right_server_only(Situation situation)
      throws Exception {
    DatabaseTls tls = DatabaseTls.of(situation.mode(), postgres.prepare(situation));

    if (situation.isTaken()) {
      assertThat(isEncryptedReactive(situation, tls)).isTrue();
    } else {
      assertThatThrownBy(() -> isEncryptedReactive(situation, tls))
          .isInstanceOf(ExecutionException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Situation.class)
  void the_jdbc_driver_of_the_migrations_takes_the_right_server_only(Situation situation)
      throws SQLException {
    DatabaseTls tls = DatabaseTls.of(situation.mode(), postgres.prepare(situation));

    if (situation.isTaken()) {
      assertThat(isEncryptedJdbc(situation, tls)).isTrue();
    } else {
      assertThatThrownBy(() -> isEncryptedJdbc(situation, tls)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_mode_and_a_ca_have_to_fit() {
    for (String mode : new String[] {"prefer", "allow", "", "Require"}) {
      assertThatThrownBy(() -> DatabaseTls.of(mode, Optional.empty()))
          .hasMessageContaining("DATABASE_SSL_MODE");
    }
    assertThatThrownBy(() -> DatabaseTls.of("verify-full", Optional.of("no-such-file.pem")))
        .hasMessageContaining("DATABASE_SSL_CA");
    assertThatThrownBy(() -> DatabaseTls.of("require", Optional.of("ca.pem")))
        .as("somebody thinks that it is verified")
        .hasMessageContaining("DATABASE_SSL_MODE=verify-full");
  }

  private static boolean isEncryptedReactive(Situation situation, DatabaseTls tls)
      throws ExecutionException, InterruptedException, TimeoutException {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(situation.host())
            .setPort(postgres.port())
            .setDatabase(LocalPostgres.DATABASE)
            .setUser(ROLE)
            .setPassword(ROLE);
    Pool pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(1))
            .connectingTo(ServicePools.protect(options, tls))
            .using(vertx)
            .build();
    try {
      return pool.query(IS_ENCRYPTED)
          .execute()
          .map(rows -> rows.iterator().next().getBoolean(0))
          .toCompletionStage()
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    } finally {
      pool.close();
    }
  }

  private static boolean isEncryptedJdbc(Situation situation, DatabaseTls tls) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", ROLE);
    properties.setProperty("password", ROLE);
    properties.putAll(tls.jdbcProperties());
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(situation), properties);
        var rows = connection.createStatement().executeQuery(IS_ENCRYPTED)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
