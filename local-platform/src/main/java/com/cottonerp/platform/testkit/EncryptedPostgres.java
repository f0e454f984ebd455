package com.cottonerp.platform.testkit;

import com.cottonerp.platform.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A PostgreSQL with a new certificate for the name {@code localhost}, for testing how each client
 * acts in each {@link Situation}. Not thread-safe.
 */
public final class EncryptedPostgres implements AutoCloseable {
  private final LocalPostgres postgres;
  private final TestAuthority ours;
  private final TestAuthority other;

  private EncryptedPostgres(LocalPostgres postgres, Path folder) {
    this.postgres = postgres;
    this.ours = TestAuthority.in(folder, "ours");
    this.other = TestAuthority.in(folder, "other");
    encrypt(superuser(), ours.issue("localhost"));
  }

  public static EncryptedPostgres start() {
    try {
      return new EncryptedPostgres(
          LocalPostgres.startTemporary(), Files.createTempDirectory("encrypted-postgres"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Makes a server accept TLS from now on. Open sessions stay.
   *
   * @param superuser of that server
   */
  public static void encrypt(DataSource superuser, TestAuthority.Server server) {
    execute(superuser, "ALTER SYSTEM SET ssl_cert_file = '" + server.certificate() + "'");
    execute(superuser, "ALTER SYSTEM SET ssl_key_file = '" + server.key() + "'");
    encrypt(superuser, true);
  }

  /** Switches TLS off, so that the server can start without the certificate files. */
  public static void takeNoTls(DataSource superuser) {
    encrypt(superuser, false);
  }

  private static void encrypt(DataSource superuser, boolean on) {
    execute(superuser, "ALTER SYSTEM SET ssl = " + (on ? "on" : "off"));
    execute(superuser, "SELECT pg_reload_conf()");
    // The server reloads its settings a moment later; only a new session shows the change.
    long patience = System.nanoTime() + 10_000_000_000L;
    while (!(on ? "on" : "off").equals(show(superuser))) {
      if (System.nanoTime() > patience) {
        throw new IllegalStateException("The server does not take its certificate");
      }
      Thread.onSpinWait();
    }
  }

  /** The client's settings, the server that the client meets, and the expected result. */
  public enum Situation {
    VERIFY_FULL("verify-full", "localhost", true, true),
    VERIFY_FULL_AND_ANOTHER_CA("verify-full", "localhost", true, false),
    VERIFY_FULL_AND_ANOTHER_NAME("verify-full", "127.0.0.1", true, false),
    VERIFY_FULL_AND_PLAIN_TEXT("verify-full", "localhost", false, false),
    VERIFY_CA_AND_ANOTHER_NAME("verify-ca", "127.0.0.1", true, true),
    VERIFY_CA_AND_ANOTHER_CA("verify-ca", "localhost", true, false),
    REQUIRE("require", "127.0.0.1", true, true),
    REQUIRE_AND_PLAIN_TEXT("require", "localhost", false, false);

    private final String mode;
    private final String host;
    private final boolean encrypted;
    private final boolean taken;

    Situation(String mode, String host, boolean encrypted, boolean taken) {
      this.mode = mode;
      this.host = host;
      this.encrypted = encrypted;
      this.taken = taken;
    }

    public String mode() {
      return mode;
    }

    /** The host name that the client uses. */
    public String host() {
      return host;
    }

    /**
     * Whether the client must get an encrypted session; otherwise the client must get no session.
     */
    public boolean isTaken() {
      return taken;
    }
  }

  /**
   * Brings the server into the situation.
   *
   * @return the CA for the client's settings; empty for a client without a CA
   */
  public Optional<String> prepare(Situation situation) {
    encrypt(superuser(), situation.encrypted);
    TestAuthority told = situation.name().endsWith("ANOTHER_CA") ? other : ours;
    return situation.mode.startsWith("verify")
        ? Optional.of(told.certificate().toString())
        : Optional.empty();
  }

  private DataSource superuser() {
    return postgres.dataSource("postgres", "postgres");
  }

  public int port() {
    return postgres.port();
  }

  /** The JDBC URL with the host name of the situation. */
  public String jdbcUrl(Situation situation) {
    return "jdbc:postgresql://%s:%d/%s".formatted(situation.host, port(), LocalPostgres.DATABASE);
  }

  private static void execute(DataSource superuser, String sql) {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String show(DataSource superuser) {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW ssl")) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    postgres.close();
  }
}
