package com.cottonerp.relay.testkit;

import com.cottonerp.platform.LocalPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The outbox of the partners context in a real database, which the test fills as a service would.
 */
public final class TestOutbox implements AutoCloseable {
  private final LocalPostgres postgres = LocalPostgres.startTemporary();
  private final Map<UUID, Long> sequences = new HashMap<>();

  public TestOutbox() {
    migrate("partners", "partners_app");
  }

  /** Creates the outbox tables of a context. */
  public void migrate(String schema, String role) {
    Flyway.configure()
        .dataSource(postgres.dataSource(role, role))
        .schemas(schema)
        .defaultSchema(schema)
        .placeholders(Map.of("relayRole", "outbox_relay"))
        .locations("filesystem:../eventing/src/main/resources/db/eventing")
        .load()
        .migrate();
  }

  public String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  public DataSource owner() {
    return postgres.dataSource("partners_app", "partners_app");
  }

  /** A data source of the owner of a context's schema. */
  public DataSource as(String role) {
    return postgres.dataSource(role, role);
  }

  private DataSource superuser() {
    return postgres.dataSource("postgres", "postgres");
  }

  /** Appends the next events of an aggregate in one transaction. */
  public synchronized void append(UUID aggregate, int events) {
    append(aggregate, events, "{\"name\": \"Shree Cotton\"}", "{}");
  }

  public synchronized void append(UUID aggregate, int events, String payload, String metadata) {
    try (Connection connection = owner().getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, aggregate, events, payload, metadata);
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Appends on a connection whose transaction the test controls. */
  public void insert(
      Connection connection, UUID aggregate, int events, String payload, String metadata)
      throws SQLException {
    String sql =
        """
        INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload, metadata)
        SELECT gen_random_uuid(), 'partner-events', 'Partner', ?, n, 'PartnerUpdated', ?::jsonb, ?::jsonb
        FROM generate_series(?::bigint, ?::bigint) n ORDER BY n
        """;
    long last = sequences.getOrDefault(aggregate, 0L);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, aggregate);
      statement.setString(2, payload);
      statement.setString(3, metadata);
      statement.setLong(4, last + 1);
      statement.setLong(5, last + events);
      statement.executeUpdate();
    }
    sequences.put(aggregate, last + events);
  }

  /** Many aggregates, their events interleaved: 1,1,1…,2,2,2… */
  public void appendInterleaved(int aggregates, int eventsEach) {
    run(
        """
        INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, payload)
        SELECT gen_random_uuid(), 'partner-events', 'Partner', ids.id, n, 'PartnerUpdated',
               jsonb_build_object('name', repeat('x', 400))
        FROM generate_series(1, %d) n,
             (SELECT gen_random_uuid() AS id, a FROM generate_series(1, %d) a OFFSET 0) ids
        ORDER BY n, a
        """
            .formatted(eventsEach, aggregates));
  }

  public long count(String status) {
    return number("SELECT count(*) FROM outbox WHERE status = '" + status + "'");
  }

  public long pending() {
    return number("SELECT count(*) FROM outbox_pending");
  }

  public long pending(UUID aggregate) {
    return number("SELECT count(*) FROM outbox_pending WHERE aggregate_id = '" + aggregate + "'");
  }

  public long number(String sql) {
    return Long.parseLong(text(sql));
  }

  public String text(String sql) {
    return textAs("partners_app", sql);
  }

  /** Queries the schema of a context that {@link #migrate} has set up. */
  public String textAs(String role, String sql) {
    try (Connection connection = postgres.dataSource(role, role).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public String superuserText(String sql) {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public void run(String sql) {
    runAs("partners_app", sql);
  }

  /** Runs a statement as the role of a context. */
  public void runAs(String role, String sql) {
    try (Connection connection = postgres.dataSource(role, role).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Empties the outbox and frees all lanes. */
  public void reset() {
    run(
        "TRUNCATE outbox_event, outbox_pending, outbox_receipt, outbox_replica, outbox_head, outbox_replay");
    run("UPDATE outbox_lane SET owner = NULL, leased_until = '-infinity'");
    sequences.clear();
  }

  /** Closes the connection of every client, as a fail-over would. */
  public void cutConnections() {
    superuserText(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'outbox_relay'");
  }

  /** Allows or forbids the relay's login. */
  public void letRelayIn(boolean allowed) {
    try (Connection connection = superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE outbox_relay " + (allowed ? "LOGIN" : "NOLOGIN"));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    postgres.close();
  }
}
