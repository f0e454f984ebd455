package com.cottonerp.settings.testkit;

import com.cottonerp.platform.testkit.ContextDatabase;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A PostgreSQL of the tests' own; see {@link ContextDatabase}. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  static final String ISSUER = ContextDatabase.ISSUER;
  private static ContextDatabase database;

  @Override
  public Map<String, String> start() {
    database = ContextDatabase.start("settings", "settings");
    return database.settings();
  }

  @Override
  public void stop() {
    database.close();
  }

  static PublishedEvents published() {
    return database.published();
  }

  public static void execute(String sql) {
    database.execute(sql);
  }
}
