package com.cottonerp.settings.testkit;

import com.cottonerp.platform.LocalPostgres;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL of the tests' own. Events wait in the outbox, where the tests look at them. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  static final String ISSUER = "https://issuer.test";
  private static LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    postgres = LocalPostgres.startTemporary();
    Map<String, String> settings = new TreeMap<>();
    settings.put("DATABASE_HOST", postgres.host());
    settings.put("DATABASE_PORT", Integer.toString(postgres.port()));
    settings.put("DATABASE_PASSWORD", "settings_app");
    settings.put("OIDC_ISSUER", ISSUER);
    settings.put("OIDC_JWKS_URL", "ignored:quarkus-makes-a-key-for-tests");
    settings.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:1");
    return settings;
  }

  @Override
  public void stop() {
    postgres.close();
  }

  static PublishedEvents published() {
    return new PublishedEvents(postgres.dataSource("settings_app", "settings_app"), "settings");
  }

  /** The rows of a query, their columns joined by a space. */
  public static List<String> query(String sql) {
    try (var connection = postgres.dataSource("settings_app", "settings_app").getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      List<String> answer = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        answer.add(String.join(" ", columns));
      }
      return answer;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static void execute(String sql) {
    try (var connection = postgres.dataSource("settings_app", "settings_app").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
