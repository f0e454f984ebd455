package com.cottonerp.system.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** One role's view of the database, over one connection that is made again when it is lost. */
public final class Database {
  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private Connection connection;

  Database(String url, String role) {
    source.setUrl(url);
    source.setUser(role);
    source.setPassword(role);
  }

  /** Reads one row. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work on one connection, in one transaction. */
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  public synchronized <T> T inTransaction(Work<T> work) {
    try {
      if (connection == null || !connection.isValid(5)) {
        connection = source.getConnection();
        connection.setAutoCommit(false);
      }
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException failure) {
      forgetConnection();
      throw new IllegalStateException(failure);
    }
  }

  private void forgetConnection() {
    Connection lost = connection;
    connection = null;
    try {
      if (lost != null) {
        lost.close();
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  public <T> List<T> query(String sql, Row<T> row, Object... parameters) {
    return inTransaction(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                rows.add(row.read(result));
              }
            }
            return rows;
          }
        });
  }

  public long count(String sql, Object... parameters) {
    return query(sql, row -> row.getLong(1), parameters).get(0);
  }
}
