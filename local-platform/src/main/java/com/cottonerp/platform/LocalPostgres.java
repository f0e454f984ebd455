package com.cottonerp.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server with the database {@code cotton_erp}, one schema and role per context and the
 * relay's role. The password of each role is its name: this server is for one machine only.
 *
 * <p>Durable: fsync and synchronous commit are on, as in production. Starting and stopping are not
 * thread-safe; any thread may open connections.
 */
public final class LocalPostgres implements AutoCloseable {
  public static final String DATABASE = "cotton_erp";
  public static final List<String> ROLES =
      List.of("partners_app", "risk_app", "trade_desk_app", "settings_app", "outbox_relay");

  private static final Map<String, String> SERVER_SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "max_connections", "200",
          "shared_buffers", "128MB",
          "max_wal_size", "1GB");

  private static final String STATEMENTS = "pg_stat_statements";

  private final PostgresServer server;

  private LocalPostgres(PostgresServer server) {
    this.server = server;
  }

  /** Starts an empty server on a free port; closing the server deletes its files. */
  public static LocalPostgres startTemporary() {
    return prepared(
        Platform.isContainers()
            ? ContainerServer.temporary(SERVER_SETTINGS)
            : EmbeddedServer.temporary(SERVER_SETTINGS));
  }

  /**
   * Starts a server that keeps its data in {@code dataDirectory} over restarts, and counts the cost
   * of each statement (in the view {@code pg_stat_statements}). The caller stops the server after
   * all clients.
   */
  public static LocalPostgres start(Path dataDirectory, int port) {
    Map<String, String> settings = new HashMap<>(SERVER_SETTINGS);
    settings.put("shared_preload_libraries", STATEMENTS);
    LocalPostgres postgres =
        prepared(
            Platform.isContainers()
                ? ContainerServer.keeping(dataDirectory, port, settings)
                : EmbeddedServer.keeping(dataDirectory, port, settings));
    postgres.execute(DATABASE, "CREATE EXTENSION IF NOT EXISTS " + STATEMENTS);
    return postgres;
  }

  private static LocalPostgres prepared(PostgresServer server) {
    LocalPostgres postgres = new LocalPostgres(server);
    postgres.createDatabase();
    DatabaseBootstrap.run(postgres.dataSource("postgres", "postgres"), ROLES);
    return postgres;
  }

  private void createDatabase() {
    try (Connection connection = dataSourceOf("postgres", "postgres", "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      var found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'");
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The database could not be created", failure);
    }
  }

  private void execute(String database, String sql) {
    try (Connection connection = dataSourceOf(database, "postgres", "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("Refused by the database: " + sql, failure);
    }
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return server.port();
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://" + host() + ":" + port() + "/" + DATABASE;
  }

  /** A data source without a pool: every call opens a new connection. */
  public DataSource dataSource(String user, String password) {
    return dataSourceOf(DATABASE, user, password);
  }

  private DataSource dataSourceOf(String database, String user, String password) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl("jdbc:postgresql://" + host() + ":" + port() + "/" + database);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  @Override
  public void close() {
    server.stop();
  }
}
