package com.cottonerp.risk.testkit;

import com.cottonerp.platform.testkit.ContextDatabase;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A PostgreSQL for the tests of this module; see {@link ContextDatabase}. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  public static final String ISSUER = ContextDatabase.ISSUER;
  private static ContextDatabase database;

  @Override
  public Map<String, String> start() {
    database = ContextDatabase.start("risk", "risk");
    Map<String, String> settings = database.settings();
    settings.put("WAITING_POSTS_EVERY", "1s");
    return settings;
  }

  @Override
  public void stop() {
    database.close();
  }

  /**
   * The events of an aggregate, such as {@code 1 RiskAssessed}, oldest first; checks every payload.
   */
  public static List<String> events(String aggregateId) {
    return published().namesOf(aggregateId);
  }

  public static void beginRebuild(String readModel) {
    database.beginRebuild(readModel);
  }

  public static void finishRebuild(String readModel) {
    database.finishRebuild(readModel);
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
}
