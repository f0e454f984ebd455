package com.cottonerp.partners.testkit;

import com.cottonerp.platform.testkit.ContextDatabase;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the tests' own; see {@link ContextDatabase}. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  public static final String ISSUER = ContextDatabase.ISSUER;
  private static ContextDatabase database;

  @Override
  public Map<String, String> start() {
    database = ContextDatabase.start("partners", "partners");
    Map<String, String> settings = database.settings();
    settings.put("PII_HASH_KEY", "a-key-of-the-tests-0123456789abcdef");
    return settings;
  }

  @Override
  public void stop() {
    database.close();
  }

  /** A connection of its own, as the service's user. */
  public static Connection connection() throws SQLException {
    return database.connection();
  }

  /** A change of anything shows here. */
  public static Map<String, String> rows() {
    return database.rows();
  }

  /** Such as {@code 1 PartnerCreated}, oldest first; every payload fits its schema. */
  public static List<String> events(String aggregateId) {
    return published().namesOf(aggregateId);
  }

  public static PublishedEvents published() {
    return database.published();
  }

  /** The first column of a query, as text. */
  public static List<String> rowsOf(String sql) {
    return database.firstColumn(sql);
  }

  public static ContextDatabase database() {
    return database;
  }

  public static void execute(String sql) {
    database.execute(sql);
  }
}
