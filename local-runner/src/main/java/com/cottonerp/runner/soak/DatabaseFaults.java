package com.cottonerp.runner.soak;

import com.cottonerp.runner.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Faults of PostgreSQL, and clients that occupy PostgreSQL. */
final class DatabaseFaults {
  private static final List<String> ROLES =
      List.of("partners_app", "risk_app", "trade_desk_app", "settings_app", "outbox_relay");
  private static final List<String> TABLES =
      List.of("outbox_event", "outbox_pending", "outbox_lane", "outbox_receipt", "inbox_cursor");
  // More connections than the server admits.
  private static final int CONNECTIONS = 250;

  private final LocalSystem system;
  private final Sql sql;
  private final Path postmaster;
  private final FullDisk fullDisk;

  /**
   * @param state the state folder of the system
   */
  DatabaseFaults(LocalSystem system, Sql sql, Path state, FullDisk fullDisk) {
    this.system = system;
    this.sql = sql;
    this.fullDisk = fullDisk;
    this.postmaster = state.resolve("postgres/postmaster.pid");
  }

  Map<FaultKind, Fault> all() {
    return Map.of(
        FaultKind.DATABASE_RESTARTED, choice -> system.restartDatabase(),
        FaultKind.DATABASE_CRASHED, new Crashed(),
        FaultKind.CONNECTIONS_CUT, this::cut,
        FaultKind.CONNECTIONS_EXHAUSTED, new Held(this::takeAll),
        FaultKind.SNAPSHOT_HELD, new Held(this::holdSnapshot),
        FaultKind.TABLE_LOCKED, new Held(this::lockTable),
        FaultKind.DISK_FULL, fullDisk);
  }

  private void cut(int choice) throws SQLException {
    sql.number(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '%s'"
            .formatted(ROLES.get(choice % ROLES.size())));
  }

  private void takeAll(int choice, List<Connection> held) {
    try {
      while (held.size() < CONNECTIONS) {
        held.add(sql.connect());
      }
    } catch (SQLException full) {
      // Wanted: all connections are taken.
    }
  }

  private void holdSnapshot(int choice, List<Connection> held) throws SQLException {
    Connection connection = begin(held);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    Sql.execute(connection, "SELECT count(*) FROM trade_desk.outbox_event");
  }

  private void lockTable(int choice, List<Connection> held) throws SQLException {
    Members.Context context = Members.CONTEXTS.get(choice % Members.CONTEXTS.size());
    String table = TABLES.get(choice / Members.CONTEXTS.size() % TABLES.size());
    Connection connection = begin(held);
    Sql.execute(connection, "SET LOCAL lock_timeout = '5s'");
    Sql.execute(
        connection, "LOCK TABLE %s.%s IN ACCESS EXCLUSIVE MODE".formatted(context.schema(), table));
  }

  private Connection begin(List<Connection> held) throws SQLException {
    Connection connection = sql.connect();
    held.add(connection);
    connection.setAutoCommit(false);
    return connection;
  }

  private interface Taking {
    void take(int choice, List<Connection> held) throws SQLException;
  }

  /** Holds connections, and the locks of their transactions, until the fault ends. */
  private static final class Held implements Fault {
    private final Taking taking;
    private final List<Connection> held = new ArrayList<>();

    Held(Taking taking) {
      this.taking = taking;
    }

    @Override
    public void begin(int choice) throws SQLException {
      taking.take(choice, held);
    }

    @Override
    public void end(int choice) throws SQLException {
      try {
        for (Connection connection : held) {
          connection.close();
        }
      } finally {
        held.clear();
      }
    }
  }

  /** Shuts the server down without a checkpoint, as a crash would; the next start recovers. */
  private final class Crashed implements Fault {
    @Override
    public void begin(int choice) throws IOException, InterruptedException {
      long pid = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
      ProcessFaults.signal("QUIT", pid);
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    @Override
    public void end(int choice) {
      // The library logs an error, because it cannot stop a crashed server.
      Logger chatter = Logger.getLogger("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");
      Level before = chatter.getLevel();
      chatter.setLevel(Level.OFF);
      system.restartDatabase();
      chatter.setLevel(before);
    }
  }
}
