package com.cottonerp.relay.outbox;

import com.cottonerp.defaults.databasetls.DatabaseTls;
import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.lane.LaneLeases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/**
 * The loop's connection to one outbox, and the statements on this connection; each statement is one
 * transaction. A session ends with its first error, except a fetch that timed out; the loop then
 * opens another session.
 */
public final class OutboxSession implements AutoCloseable {
  private final Connection connection;
  private final PendingEvents pending;
  private final Settlements settlements;
  private final BrokerRefusals refusals;
  private final Orphans orphans;
  private final Predecessors predecessors;
  private final LaneLeases leases;

  private OutboxSession(Connection connection, String replica, RelayConfig config) {
    this(
        connection,
        new PendingEvents(connection),
        new Settlements(connection),
        new BrokerRefusals(connection, replica, config.publish().maxAttempts()),
        new Orphans(connection),
        new Predecessors(connection),
        new LaneLeases(connection, replica, config.lease().ttl()));
  }

  /** WHY separate parts: the simulation replaces the statements by models. */
  OutboxSession(
      Connection connection,
      PendingEvents pending,
      Settlements settlements,
      BrokerRefusals refusals,
      Orphans orphans,
      Predecessors predecessors,
      LaneLeases leases) {
    this.connection = connection;
    this.pending = pending;
    this.settlements = settlements;
    this.refusals = refusals;
    this.orphans = orphans;
    this.predecessors = predecessors;
    this.leases = leases;
  }

  public static OutboxSession open(RelayConfig.Source source, String replica, RelayConfig config)
      throws SQLException {
    Duration timeout = config.lease().statementTimeout();
    return new OutboxSession(connectPrepared(source, "outbox-relay", timeout), replica, config);
  }

  /** As {@link #connect}, with a timeout for each statement and the planner set for the queue. */
  static Connection connectPrepared(RelayConfig.Source source, String application, Duration timeout)
      throws SQLException {
    Connection connection = connect(source, application, timeout);
    try {
      prepare(connection, timeout);
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /**
   * Opens a connection that detects a dead server soon after {@code timeout}. WHY after: the server
   * ends a slow statement at {@code timeout}, which leaves the connection usable.
   */
  static Connection connect(RelayConfig.Source source, String application, Duration timeout)
      throws SQLException {
    String seconds = Long.toString(timeout.toSeconds() + 1);
    Properties properties = new Properties();
    properties.setProperty("user", source.user());
    properties.setProperty("password", source.password());
    properties.setProperty("currentSchema", source.schema());
    properties.setProperty("ApplicationName", application);
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    properties.setProperty("tcpKeepAlive", "true");
    properties.putAll(DatabaseTls.of(source.sslMode(), source.sslCa()).jdbcProperties());
    return DriverManager.getConnection(source.url(), properties);
  }

  /**
   * WHY the planner settings: the queue's statistics are always out of date (the queue is empty one
   * moment and millions deep the next), and each statement is meant to walk an index. The planner
   * must not keep a plan for the empty queue when the queue is deep.
   */
  private static void prepare(Connection connection, Duration timeout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = " + timeout.toMillis());
      statement.execute("SET idle_in_transaction_session_timeout = " + timeout.toMillis());
      statement.execute("SET enable_seqscan = off");
      statement.execute("SET enable_hashjoin = off");
      statement.execute("SET enable_mergejoin = off");
      statement.execute("SET jit = off");
      statement.execute("SET plan_cache_mode = force_custom_plan");
    }
  }

  /** Whether a statement timed out: the statement changed nothing, and the session stays usable. */
  public static boolean isTimeout(SQLException failure) {
    return "57014".equals(failure.getSQLState());
  }

  public PendingEvents pending() {
    return pending;
  }

  public Settlements settlements() {
    return settlements;
  }

  public BrokerRefusals refusals() {
    return refusals;
  }

  public Orphans orphans() {
    return orphans;
  }

  public Predecessors predecessors() {
    return predecessors;
  }

  public LaneLeases leases() {
    return leases;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // WHY ignored: a connection that cannot be closed is gone already.
    }
  }
}
