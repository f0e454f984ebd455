package com.cottonerp.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.platform.LocalPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schema of the version before, with rows in every table, is brought to this version while
 * programs of the version before go on.
 */
class UpgradeTest {
  private static LocalPostgres postgres;
  private static LocalPostgres another;

  @TempDir private static Path scratch;

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.startTemporary();
    another = LocalPostgres.startTemporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
    another.close();
  }

  private static Stream<Context> contexts() {
    return Context.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void a_filled_schema_of_the_version_before_keeps_all_its_rows_and_is_audited_from_then_on(
      Context context) throws IOException, SQLException {
    context.migrateToTheVersionBefore(postgres, scratch);
    Rows before = new Rows(context.source(postgres));
    for (int number = 1; number <= 3; number++) {
      before.insert(number);
    }
    Map<String, String> kept = before.contents();
    assertThat(kept.values()).doesNotContainNull();

    context.migrate(postgres);

    assertThat(before.contents()).isEqualTo(kept);
    assertThat(before.all("SELECT name FROM audit_forgotten")).isEmpty();
    assertThat(before.one("SELECT count(*) FROM audit_entry")).isEqualTo("0");
    assertThat(before.one("SELECT count(*) FROM former_callers WHERE until > now()"))
        .as("keys of the version before count for a while")
        .isEqualTo("1");

    before.insert(4);

    List<String> audited =
        before
            .all(
                """
                SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                WHERE tgname = 'audit' AND relnamespace = current_schema()::regnamespace
                """)
            .stream()
            .filter(kept::containsKey)
            .toList();
    assertThat(audited).isNotEmpty();
    assertThat(before.one("SELECT count(DISTINCT kind) FROM audit_entry"))
        .as("what a program of the version before writes has its entry: " + audited)
        .isEqualTo(Integer.toString(audited.size()));
    assertThat(before.all("SELECT DISTINCT actor || ' ' || change FROM audit_entry"))
        .containsExactly("database:" + context.schema() + "_app created");
    for (String forbidden :
        List.of(
            "DELETE FROM audit_entry",
            "UPDATE audit_entry SET actor = ''",
            "TRUNCATE audit_entry")) {
      assertThatThrownBy(() -> before.execute(forbidden)).hasMessageContaining("append-only");
    }
    context.migrate(postgres);
  }

  @Test
  void a_new_system_has_no_keys_of_the_version_before() throws SQLException {
    Context settings = Context.ALL.get(3);
    settings.migrate(another);

    assertThat(new Rows(settings.source(another)).one("SELECT count(*) FROM former_callers"))
        .isEqualTo("0");
  }

  @Test
  void posts_of_the_version_before_are_found_by_the_one_code_of_their_state_and_by_their_square()
      throws IOException, SQLException {
    Context desk = Context.ALL.get(2);
    try (LocalPostgres third = LocalPostgres.startTemporary()) {
      desk.migrateToTheVersionBefore(third, scratch.resolve("places"));
      Rows rows = new Rows(desk.source(third));
      rows.insert(1);
      rows.execute(
          """
          UPDATE availability SET country = 'IN', state_code = 'gj',
            place = '{"country": "IN", "stateCode": "gj", "latitude": "22.3039", "longitude": "70.8022"}'
          """);
      rows.execute(
          """
          UPDATE requirement SET reach = '{IN/DD,IN/any}',
            places = '{"all": [{"country": "IN", "stateCode": "DD", "maxDistanceKm": 100}]}'
          """);

      desk.migrate(third);

      assertThat(rows.one("SELECT state_code || ' ' || cell FROM availability"))
          .isEqualTo("24 22070");
      assertThat(rows.one("SELECT reach FROM requirement")).isEqualTo("{IN/26,IN/any,IN/none}");
      assertThat(
              rows.all(
                  "SELECT kind || ' ' || after FROM audit_entry WHERE kind IN ('Availability', 'Requirement')"))
          .containsExactly("Availability {\"state_code\": \"24\"}");
    }
  }

  @Test
  void what_somebody_has_a_part_in_by_id_is_approved_by_no_program_of_the_version_before()
      throws SQLException {
    Context desk = Context.ALL.get(2);
    desk.migrate(another);
    Rows rows = new Rows(desk.source(another));
    rows.insert(1);
    String id = "8d3fb1a4-6c21-8f7e-9b0a-1c2d3e4f5a6b";

    for (String part :
        List.of(
            "created_by = '" + id + "'",
            "created_by = 'T', editors = '{\"users\": [\"" + id + "\"]}'")) {
      rows.execute("UPDATE availability SET approved_by = NULL, " + part);
      assertThatThrownBy(() -> rows.execute("UPDATE availability SET approved_by = 'a-name'"))
          .hasMessageContaining("a program of the next version decides");
    }
    rows.execute("UPDATE availability SET approved_by = '" + id.replace('1', '2') + "'");
  }
}
