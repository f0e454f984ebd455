package com.cottonerp.settings.testkit;

import com.cottonerp.platform.FreePort;
import com.cottonerp.platform.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that can refuse the service in each way that PostgreSQL has. */
public final class RefusingPostgres implements QuarkusTestResourceLifecycleManager {
  private static final String END_SESSIONS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('cotton_erp', 'elsewhere')";

  private static Path dataDirectory;
  private static LocalPostgres postgres;
  private static int port;
  private static Refusal refusal;

  /** The reason for refusing, with the statements that refuse and admit the service. */
  public enum Refusal {
    /** 28P01. */
    WRONG_PASSWORD(
        List.of(
            "ALTER ROLE settings_app PASSWORD 'another'",
            "COPY (SELECT unnest(ARRAY['host all postgres all trust', 'host all all all scram-sha-256'])) TO '%s'",
            "SELECT pg_reload_conf()"),
        List.of(
            "ALTER ROLE settings_app PASSWORD 'settings_app'",
            "COPY (SELECT 'host all all all trust') TO '%s'",
            "SELECT pg_reload_conf()")),
    /** 28000. */
    NO_LOGIN(List.of("ALTER ROLE settings_app NOLOGIN"), List.of("ALTER ROLE settings_app LOGIN")),
    /** 53300. */
    TOO_MANY_CONNECTIONS(
        List.of("ALTER ROLE settings_app CONNECTION LIMIT 0"),
        List.of("ALTER ROLE settings_app CONNECTION LIMIT -1")),
    /** 3D000. */
    NO_SUCH_DATABASE(
        List.of("ALTER DATABASE cotton_erp RENAME TO elsewhere"),
        List.of("ALTER DATABASE elsewhere RENAME TO cotton_erp")),
    /** 55000. */
    NO_CONNECTIONS_ALLOWED(
        List.of("ALTER DATABASE cotton_erp ALLOW_CONNECTIONS false"),
        List.of("ALTER DATABASE cotton_erp ALLOW_CONNECTIONS true")),
    /** 42501, for the session and not for a table. */
    NO_PRIVILEGE(
        List.of("REVOKE CONNECT ON DATABASE cotton_erp FROM PUBLIC"),
        List.of("GRANT CONNECT ON DATABASE cotton_erp TO PUBLIC")),
    /** 25006: a server that became a standby. */
    READ_ONLY(
        List.of("ALTER ROLE settings_app SET default_transaction_read_only = on"),
        List.of("ALTER ROLE settings_app RESET default_transaction_read_only")),
    /** The server does not listen. */
    STOPPED(List.of(), List.of());

    private final List<String> shut;
    private final List<String> open;

    Refusal(List<String> shut, List<String> open) {
      this.shut = shut;
      this.open = open;
    }

    /** Whether read-only requests are refused too. */
    public boolean isForReaders() {
      return this != READ_ONLY;
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      dataDirectory = Files.createTempDirectory("refusing-postgres");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    port = FreePort.next();
    postgres = LocalPostgres.start(dataDirectory, port);
    return Map.of(
        "DATABASE_HOST",
        postgres.host(),
        "DATABASE_PORT",
        Integer.toString(port),
        "DATABASE_PASSWORD",
        "settings_app",
        "OIDC_ISSUER",
        RunningPostgres.ISSUER,
        "OIDC_JWKS_URL",
        "ignored:quarkus-makes-a-key-for-tests",
        "PUBSUB_EMULATOR_HOST",
        "127.0.0.1:1");
  }

  /** Refuses new sessions from now on, and ends open sessions. */
  public static void refuse(Refusal how) {
    refusal = how;
    if (how == Refusal.STOPPED) {
      postgres.close();
      return;
    }
    execute(how.shut);
    execute(List.of(END_SESSIONS));
  }

  /** Undoes the last refusal, if there was a refusal. */
  public static void letIn() {
    if (refusal == Refusal.STOPPED) {
      postgres = LocalPostgres.start(dataDirectory, port);
    } else if (refusal != null) {
      execute(refusal.open);
      execute(List.of(END_SESSIONS));
    }
    refusal = null;
  }

  /** Locks the table exclusively until the connection is closed. */
  public static Connection lock(String table) throws SQLException {
    Connection holder = server("cotton_erp").getConnection();
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("LOCK TABLE " + table);
    }
    return holder;
  }

  private static PGSimpleDataSource server(String database) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
    server.setUser("postgres");
    server.setPassword("postgres");
    return server;
  }

  private static void execute(List<String> statements) {
    try (Connection connection = server("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        // The database may be in use for a moment longer, and a used database cannot be renamed.
        if (sql.contains("RENAME")) {
          statement.execute(END_SESSIONS);
        }
        statement.execute(sql.contains("%s") ? sql.formatted(hbaFile(connection)) : sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String hbaFile(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW hba_file")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void stop() {
    postgres.close();
    try (Stream<Path> files = Files.walk(dataDirectory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
