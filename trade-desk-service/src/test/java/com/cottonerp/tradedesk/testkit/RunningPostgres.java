package com.cottonerp.tradedesk.testkit;

import com.cottonerp.platform.testkit.ContextDatabase;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the tests' own; see {@link ContextDatabase}. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  public static final String ISSUER = ContextDatabase.ISSUER;
  private static ContextDatabase database;

  @Override
  public Map<String, String> start() {
    database = ContextDatabase.start("trade_desk", "trade-desk");
    Map<String, String> settings = database.settings();
    settings.put("SWEEP_EVERY", "1s");
    settings.put("MATCH_EVERY", "1s");
    settings.put("APPROVAL_ABOVE", "100000000.00");
    return settings;
  }

  @Override
  public void stop() {
    database.close();
  }

  /** Such as {@code 1 AvailabilityPosted}, oldest first; every payload fits its schema. */
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

  public static void execute(String sql) {
    database.execute(sql);
  }

  public static ContextDatabase database() {
    return database;
  }
}
