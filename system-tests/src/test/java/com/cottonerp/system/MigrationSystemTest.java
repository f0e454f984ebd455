package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.LocalPostgres;
import com.cottonerp.runner.ClassArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the init container of a service's pod does: the packaged program migrates and ends. */
class MigrationSystemTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final long PATIENCE_SECONDS = 180;

  @TempDir Path logs;

  @Test
  void pods_that_start_at_once_migrate_one_after_the_other_and_a_later_one_finds_nothing_to_do()
      throws IOException, InterruptedException, SQLException {
    try (LocalPostgres postgres = LocalPostgres.startTemporary()) {
      Process first = migration(postgres, "first");
      Process second = migration(postgres, "second");

      assertThat(exitCode(first)).as(log("first")).isZero();
      assertThat(exitCode(second)).as(log("second")).isZero();
      long migrations = migrations(postgres);
      assertThat(migrations).isPositive();

      assertThat(exitCode(migration(postgres, "later"))).as(log("later")).isZero();
      assertThat(migrations(postgres)).isEqualTo(migrations);
    }
  }

  @Test
  void a_migration_that_fails_says_so_by_its_exit_code_so_that_the_pod_does_not_start()
      throws IOException, InterruptedException, SQLException {
    try (LocalPostgres postgres = LocalPostgres.startTemporary();
        Connection owner = postgres.dataSource("settings_app", "settings_app").getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE settings.outbox_event (another int)");

      assertThat(exitCode(migration(postgres, "failing"))).isNotZero();
    }
  }

  // The environment of the container "migration" in deploy/kubernetes/base/service/deployment.yaml.
  private Process migration(LocalPostgres postgres, String name) throws IOException {
    Path jar = ROOT.resolve("settings-service/target/quarkus-app/quarkus-run.jar");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx192m", "-XX:TieredStopAtLevel=1"));
    ClassArchive.optionFor(jar).ifPresent(command::add);
    command.addAll(List.of("-jar", jar.toString()));
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve(name).toFile());
    program.environment().put("FLYWAY_MIGRATE", "true");
    program
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_INIT_AND_EXIT", "true",
                "DATABASE_HOST", postgres.host(),
                "DATABASE_PORT", Integer.toString(postgres.port()),
                "DATABASE_PASSWORD", "one-that-is-not-published",
                "DATABASE_SSL_MODE", "disable",
                "DATABASE_ALLOW_PLAINTEXT", "true",
                "PUBSUB_EMULATOR_HOST", "127.0.0.1:1",
                "OIDC_ISSUER", "https://issuer.test",
                "OIDC_JWKS_URL", "https://127.0.0.1:1/none",
                "OIDC_AUDIENCE", "cotton-erp"));
    return program.start();
  }

  private static int exitCode(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The migration did not end");
    }
    return process.exitValue();
  }

  private String log(String name) throws IOException {
    return Files.readString(logs.resolve(name));
  }

  private static long migrations(LocalPostgres postgres) throws SQLException {
    try (Connection connection =
            postgres.dataSource("settings_app", "settings_app").getConnection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM settings.flyway_schema_history WHERE success")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
