package com.cottonerp.risk.testkit;

import com.cottonerp.platform.LocalPostgres;
import com.cottonerp.platform.testkit.PublishedEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of the tests' own. No Pub/Sub: events wait in the outbox, where the tests look at
 * them.
 */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  public static final String ISSUER = "https://issuer.test";
  private static LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    postgres = LocalPostgres.startTemporary();
    Map<String, String> settings = new TreeMap<>();
    settings.put("DATABASE_HOST", postgres.host());
    settings.put("DATABASE_PORT", Integer.toString(postgres.port()));
    settings.put("DATABASE_PASSWORD", "risk_app");
    settings.put("OIDC_ISSUER", ISSUER);
    settings.put("OIDC_JWKS_URL", "ignored:quarkus-makes-a-key-for-tests");
    settings.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:1");
    settings.put("WAITING_POSTS_EVERY", "1s");
    return settings;
  }

  @Override
  public void stop() {
    postgres.close();
  }

  /** How many rows every table has: a change of anything shows here. */
  public static Map<String, Long> rows() {
    return query(
        """
        SELECT table_name, (xpath('/row/n/text()', query_to_xml(
                 format('SELECT count(*) || ''/'' || coalesce(max(xmin::text::bigint), 0) AS n FROM risk.%I', table_name),
                 false, true, '')))[1]::text
        FROM information_schema.tables WHERE table_schema = 'risk' AND table_type = 'BASE TABLE'
        """);
  }

  /** Such as {@code 1 PartnerCreated}, oldest first; every payload fits its schema. */
  public static List<String> events(String aggregateId) {
    return published().namesOf(aggregateId);
  }

  public static PublishedEvents published() {
    return new PublishedEvents(postgres.dataSource("risk_app", "risk_app"), "risk");
  }

  /** The first column of a query, as text. */
  public static List<String> rowsOf(String sql) {
    try (var connection = postgres.dataSource("risk_app", "risk_app").getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      List<String> answer = new ArrayList<>();
      while (rows.next()) {
        answer.add(rows.getString(1));
      }
      return answer;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public static void execute(String sql) {
    try (var connection = postgres.dataSource("risk_app", "risk_app").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<String, Long> query(String sql) {
    Map<String, Long> answer = new TreeMap<>();
    try (var connection = postgres.dataSource("risk_app", "risk_app").getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        answer.put(rows.getString(1), (long) rows.getString(2).hashCode());
      }
      return answer;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
