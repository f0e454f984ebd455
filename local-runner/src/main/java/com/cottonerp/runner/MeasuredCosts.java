package com.cottonerp.runner;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the running system has spent since its start. The cost of a period is the difference between
 * two of these records.
 *
 * @param processor CPU time of each program, of Pub/Sub and of PostgreSQL
 * @param statements of each program, without statements in triggers and functions; empty when the
 *     database does not count statements
 */
record MeasuredCosts(
    Map<String, Duration> processor, long transactions, Map<String, Long> statements) {
  private static final String COMMITS =
      "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";
  private static final String CHECKPOINTER =
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'";
  private static final String COUNTS_STATEMENTS =
      "SELECT count(*) FROM pg_extension WHERE extname = 'pg_stat_statements'";
  // BEGIN and COMMIT are counted as transactions.
  private static final String STATEMENTS =
      """
      SELECT rolname, sum(calls)::bigint FROM pg_stat_statements JOIN pg_roles ON pg_roles.oid = userid
      WHERE toplevel AND query NOT IN ('BEGIN', 'COMMIT', 'ROLLBACK') AND rolname = ANY ('{%s}')
      GROUP BY rolname
      """;
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "outbox_relay", Program.RELAY,
          "partners_app", "partners-service",
          "risk_app", "risk-service",
          "trade_desk_app", "trade-desk-service",
          "settings_app", "settings-service");

  static MeasuredCosts of(SystemFile system) {
    SystemFile.Database database = system.database();
    try (Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password())) {
      return new MeasuredCosts(
          processor(system, Long.parseLong(first(connection, CHECKPOINTER))),
          Long.parseLong(first(connection, COMMITS)),
          statements(connection));
    } catch (SQLException failure) {
      throw new UsageException("The database was not read: " + failure.getMessage());
    }
  }

  private static Map<String, Duration> processor(SystemFile system, long checkpointer) {
    Map<String, Duration> times = new LinkedHashMap<>();
    system.services().forEach((name, service) -> times.put(name, time(service.pid())));
    if (system.pubsub().pid() != null) {
      times.put("Pub/Sub", time(system.pubsub().pid()));
    }
    // The parent of this backend is the server; the server's children do the work. WHY not this
    // backend itself: this backend has ended before the lookup.
    times.put(
        "PostgreSQL",
        ProcessHandle.of(checkpointer)
            .flatMap(ProcessHandle::parent)
            .map(server -> Stream.concat(Stream.of(server), server.children()))
            .orElse(Stream.empty())
            .map(process -> time(process.pid()))
            .reduce(Duration.ZERO, Duration::plus));
    return times;
  }

  private static Duration time(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private static Map<String, Long> statements(Connection connection) throws SQLException {
    Map<String, Long> statements = new LinkedHashMap<>();
    if (first(connection, COUNTS_STATEMENTS).equals("0")) {
      return statements;
    }
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(STATEMENTS.formatted(String.join(",", PROGRAMS.keySet())))) {
      while (row.next()) {
        statements.put(PROGRAMS.get(row.getString(1)), row.getLong(2));
      }
    }
    return statements;
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Prints the cost since {@code before}, divided by the number of posts. */
  void print(MeasuredCosts before, int posts) {
    System.out.printf("  %-20s %10s %12s%n", "for each post", "processor", "statements");
    double millis = 0;
    for (Map.Entry<String, Duration> program : processor.entrySet()) {
      Duration spent = program.getValue().minus(before.processor().get(program.getKey()));
      double each = spent.toNanos() / 1e6 / posts;
      millis += each;
      System.out.printf(
          "  %-20s %7.1f ms %12s%n",
          program.getKey(), each, since(before, program.getKey(), posts));
    }
    System.out.printf("  %-20s %7.1f ms %12s%n", "all", millis, sinceOfAll(before, posts));
    System.out.printf(
        "  %-20s %7.1f%n", "transactions", (double) (transactions - before.transactions()) / posts);
  }

  private String since(MeasuredCosts before, String program, int posts) {
    return Optional.ofNullable(statements.get(program))
        .map(count -> each(count - before.statements().getOrDefault(program, 0L), posts))
        .orElse("");
  }

  private String sinceOfAll(MeasuredCosts before, int posts) {
    return statements.isEmpty() ? "" : each(sum(statements) - sum(before.statements()), posts);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String each(long count, int posts) {
    return "%.1f".formatted((double) count / posts);
  }
}
