package com.cottonerp.eventing.testkit;

import com.cottonerp.platform.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of the tests' own, and what its outbox holds. */
public final class RunningPostgres implements QuarkusTestResourceLifecycleManager {
  private static LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    postgres = LocalPostgres.startTemporary();
    return Map.of(
        "DATABASE_HOST",
        postgres.host(),
        "DATABASE_PORT",
        Integer.toString(postgres.port()),
        "DATABASE_PASSWORD",
        "partners_app",
        "PUBSUB_EMULATOR_HOST",
        "127.0.0.1:1");
  }

  @Override
  public void stop() {
    postgres.close();
  }

  /** Statements of the service's role. */
  public static void run(String sql) {
    try (var connection = postgres.dataSource("partners_app", "partners_app").getConnection()) {
      connection.createStatement().execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Statements of a superuser. */
  public static void runAsSuperuser(String sql) {
    try (var connection = postgres.dataSource("postgres", "postgres").getConnection()) {
      connection.createStatement().execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A connection of the service's role. */
  public static java.sql.Connection connection() throws SQLException {
    return postgres.dataSource("partners_app", "partners_app").getConnection();
  }

  /** The first column of a query's rows, as text. */
  public static List<String> query(String sql) {
    try (var connection = postgres.dataSource("partners_app", "partners_app").getConnection();
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
}
