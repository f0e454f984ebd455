package com.cottonerp.runner.soak;

import com.cottonerp.runner.LocalSystem;
import com.cottonerp.runner.SystemFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads all schemas, each time over a new connection. Thread-safe. */
final class Sql {
  private static final int SECONDS = 30;

  private final PGSimpleDataSource source = new PGSimpleDataSource();

  Sql(LocalSystem system) {
    SystemFile.Database database = system.database();
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    source.setConnectTimeout(SECONDS);
    source.setSocketTimeout(SECONDS);
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Connection connect() throws SQLException {
    return source.getConnection();
  }

  <T> List<T> rows(String text, Row<T> row) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(text)) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.read(result));
      }
      return rows;
    }
  }

  List<String> texts(String text) throws SQLException {
    return rows(text, row -> row.getString(1));
  }

  /** How many events were committed in a context. */
  long events(Members.Context context) throws SQLException {
    return number("SELECT count(*) FROM %s.outbox_event".formatted(context.schema()));
  }

  /** How many events were committed in all contexts. */
  long events() throws SQLException {
    long events = 0;
    for (Members.Context context : Members.CONTEXTS) {
      events += events(context);
    }
    return events;
  }

  void execute(String text) throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, text);
    }
  }

  static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  long number(String text) throws SQLException {
    return rows(text, row -> row.getLong(1)).get(0);
  }
}
