package com.cottonerp.eventing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.eventing.testkit.RunningPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the triggers write, whatever statement changes a table. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class AuditTableTest {
  private static final String WHO =
      "SELECT set_config('audit.context', '{\"actor\": \"anna\", \"reason\": \"asked to\"}', true);";

  @Inject AuditRetention retention;

  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void a_table_of_things() {
    RunningPostgres.run(
        """
        CREATE TABLE IF NOT EXISTS thing (id uuid PRIMARY KEY, owner_id uuid, name text, pan text, facts jsonb, scan bytea,
                                          amount numeric, version bigint NOT NULL DEFAULT 0);
        CALL audit_table('thing', 'Thing', 'id', 'owner_id', ARRAY['name'], '{}');
        """);
  }

  @Test
  void every_statement_leaves_an_entry_with_what_was_and_what_is() {
    RunningPostgres.run(
        "INSERT INTO thing (id, name, amount) VALUES ('%s', 'first', 1)".formatted(id));
    RunningPostgres.run(
        "UPDATE thing SET name = 'second', version = 1 WHERE id = '%s'".formatted(id));
    RunningPostgres.run("DELETE FROM thing WHERE id = '%s'".formatted(id));

    assertThat(entries("concat_ws(' ', change, before - 'id', after - 'id')"))
        .containsExactly(
            "created {\"name\": \"first\", \"amount\": 1}",
            "changed {\"name\": \"first\"} {\"name\": \"second\"}",
            "deleted {\"name\": \"second\", \"amount\": 1}");
    assertThat(entries("actor")).containsOnly("database:partners_app");
  }

  @Test
  void a_command_leaves_one_entry_of_a_thing_however_often_it_writes_it() {
    RunningPostgres.run(
        "INSERT INTO thing (id, name, amount) VALUES ('%s', 'first', 1)".formatted(id));
    RunningPostgres.run(
        """
        %1$s
        UPDATE thing SET name = 'second' WHERE id = '%2$s';
        UPDATE thing SET name = 'third', amount = 2 WHERE id = '%2$s';
        UPDATE thing SET version = version + 1 WHERE id = '%2$s'
        """
            .formatted(WHO, id));

    assertThat(entries("concat_ws(' ', actor, reason, before, after)"))
        .hasSize(2)
        .endsWith(
            "anna asked to {\"name\": \"first\", \"amount\": 1} {\"name\": \"third\", \"amount\": 2}");
  }

  @Test
  void who_it_was_is_forgotten_with_the_transaction() {
    RunningPostgres.run(WHO + "INSERT INTO thing (id, name) VALUES ('%s', 'first')".formatted(id));
    RunningPostgres.run("UPDATE thing SET name = 'second' WHERE id = '%s'".formatted(id));

    assertThat(entries("actor")).containsExactly("anna", "database:partners_app");
  }

  @Test
  void what_is_rolled_back_or_changes_nothing_leaves_no_entry() {
    RunningPostgres.run(
        "BEGIN; INSERT INTO thing (id, name) VALUES ('%s', 'never'); ROLLBACK".formatted(id));
    assertThat(entries("change")).isEmpty();

    RunningPostgres.run("INSERT INTO thing (id, name) VALUES ('%s', 'first')".formatted(id));
    RunningPostgres.run("UPDATE thing SET version = version + 1, name = 'first'");
    assertThat(entries("change")).containsExactly("created");
  }

  @Test
  void what_nobody_named_is_masked_and_bytes_are_left_out_also_in_columns_that_come_later() {
    RunningPostgres.run("ALTER TABLE thing ADD COLUMN IF NOT EXISTS phone text");
    RunningPostgres.run(
        """
        INSERT INTO thing (id, owner_id, pan, phone, facts, scan)
        VALUES ('%1$s', '%1$s', 'ABCDE1234F', '+919876543210', '{"account": 501000123456, "of": ["Ravi"], "ok": true}', 'scan')
        """
            .formatted(id));

    assertThat(entries("after - 'id' - 'owner_id'"))
        .containsExactly(
            "{\"pan\": \"******234F\", \"facts\": {\"of\": [\"**vi\"], \"ok\": true, \"account\": \"********3456\"},"
                + " \"phone\": \"*********3210\"}");
  }

  @Test
  void a_thing_is_found_under_its_owner() {
    UUID owner = UUID.randomUUID();
    RunningPostgres.run(
        "INSERT INTO thing (id, owner_id) VALUES ('%s', '%s')".formatted(id, owner));

    assertThat(entries("owner")).containsExactly(owner.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor = 'nobody'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "DELETE FROM audit_entry_rest",
        "TRUNCATE audit_entry_rest",
        "BEGIN; UPDATE thing SET amount = 7; UPDATE audit_entry SET actor = 'nobody'"
      })
  void what_is_written_stays_as_it_is(String statement) {
    RunningPostgres.run("INSERT INTO thing (id, name) VALUES ('%s', 'first')".formatted(id));
    // So that there is an entry outside of the months, too.
    RunningPostgres.run(
        """
        INSERT INTO audit_entry_rest
        SELECT (jsonb_populate_record(entry, jsonb_build_object('id', '00000000-0000-7000-8000-%s'))).*
        FROM audit_entry AS entry WHERE subject = '%s'
        """
            .formatted(id.toString().substring(24), id));

    assertThatThrownBy(() -> RunningPostgres.run(statement)).hasMessageContaining("append-only");
    assertThat(entries("actor")).containsOnly("database:partners_app");
  }

  @Test
  void the_months_to_come_are_made_and_those_kept_for_long_enough_go() throws Throwable {
    month("2010-01");
    month("2020-01");

    VertxContextSupport.subscribeAndAwait(retention::keep);

    List<String> months =
        RunningPostgres.query(
            "SELECT relname FROM pg_class WHERE relname ~ '^audit_entry_20\\d\\d_\\d\\d$' ORDER BY 1");
    assertThat(months).contains("audit_entry_2020_01").doesNotContain("audit_entry_2010_01");
    assertThat(months).hasSizeGreaterThanOrEqualTo(4);
  }

  private static void month(String month) {
    RunningPostgres.run(
        "CREATE TABLE audit_entry_%s PARTITION OF audit_entry FOR VALUES FROM (%s) TO (%s)"
            .formatted(
                month.replace('-', '_'),
                "'" + floor(month + "-01") + "'",
                "'" + floor(month + "-28") + "'"));
  }

  private static String floor(String day) {
    return RunningPostgres.query("SELECT audit_floor('%s')".formatted(day)).get(0);
  }

  private List<String> entries(String expression) {
    return RunningPostgres.query(
        "SELECT %s FROM audit_entry WHERE subject = '%s' AND id > '01000000-0000-7000-8000-000000000000' ORDER BY id"
            .formatted(expression, id));
  }
}
