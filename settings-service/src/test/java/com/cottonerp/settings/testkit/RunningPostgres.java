package com.cottonerp.settings.testkit;

import com.cottonerp.platform.testkit.ContextDatabase;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL for the tests of this module; see {@link ContextDatabase}. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  public static final String ISSUER = ContextDatabase.ISSUER;
  private static ContextDatabase database;

  @Override
  public Map<String, String> start() {
    database = ContextDatabase.start("settings", "settings");
    Map<String, String> settings = database.settings();
    // More than a file of five hundred rates takes on a busy machine, less than lock_timeout.
    settings.put("HTTP_REQUEST_TIMEOUT", "9s");
    return settings;
  }

  @Override
  public void stop() {
    database.close();
  }

  static PublishedEvents published() {
    return database.published();
  }

  /** Opens a new connection as the service's user. */
  public static Connection connection() throws SQLException {
    return database.connection();
  }

  /** The first column of a query. */
  public static List<String> rowsOf(String sql) {
    return database.firstColumn(sql);
  }

  public static void execute(String sql) {
    database.execute(sql);
  }
}
