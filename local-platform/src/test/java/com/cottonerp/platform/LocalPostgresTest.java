package com.cottonerp.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalPostgresTest {
  private static final Map<String, String> SCHEMA_OF_ROLE =
      Map.of(
          "partners_app", "partners",
          "risk_app", "risk",
          "trade_desk_app", "trade_desk",
          "settings_app", "settings");

  private static LocalPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.startTemporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void G8_each_role_can_use_its_own_schema_and_no_other() throws SQLException {
    for (String role : SCHEMA_OF_ROLE.keySet()) {
      execute(role, "CREATE TABLE " + SCHEMA_OF_ROLE.get(role) + ".probe (x int)");
    }

    for (String role : SCHEMA_OF_ROLE.keySet()) {
      for (String schema : SCHEMA_OF_ROLE.values()) {
        if (!schema.equals(SCHEMA_OF_ROLE.get(role))) {
          assertThatThrownBy(() -> execute(role, "SELECT * FROM " + schema + ".probe"))
              .hasMessageContaining("permission denied for schema");
        }
      }
    }
  }

  @Test
  void commits_are_durable_as_in_production() throws SQLException {
    try (var connection = postgres.dataSource("partners_app", "partners_app").getConnection();
        var rows = connection.createStatement().executeQuery("SHOW fsync")) {
      rows.next();

      assertThat(rows.getString(1)).isEqualTo("on");
    }
  }

  private static void execute(String role, String sql) throws SQLException {
    try (var connection = postgres.dataSource(role, role).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
