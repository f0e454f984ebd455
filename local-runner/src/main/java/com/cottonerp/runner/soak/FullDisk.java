package com.cottonerp.runner.soak;

import com.cottonerp.runner.ApiClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the database refuse each write into one schema with SQLSTATE 53100, as a full disk would.
 * WHY by triggers: filling a real file system needs a mount, and only root may mount.
 */
final class FullDisk implements Fault {
  private static final int OK = 200;
  private static final int LATER = 503;
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_NANOS = 200_000_000L;
  private static final String FUNCTION =
      """
      CREATE OR REPLACE FUNCTION %s.soak_full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
      END $$
      """;
  private static final String TRIGGER =
      "CREATE TRIGGER soak_full_disk BEFORE INSERT OR UPDATE ON %1$s.%2$s FOR EACH STATEMENT"
          + " EXECUTE FUNCTION %1$s.soak_full_disk()";
  // Without Flyway's table: only migrations write there. The inbox' probe becomes full first and
  // free last: while the probe can write, the inbox takes a failing message for a broken message.
  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c
      WHERE c.relnamespace = '%1$s'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname NOT LIKE 'flyway%%'
        AND %2$s EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'soak_full_disk')
      ORDER BY c.relname <> 'inbox_probe', c.relname
      """;

  private final Sql sql;
  private final Members members;
  private final ApiClient api;
  private final History history;

  FullDisk(Sql sql, Members members, ApiClient api, History history) {
    this.sql = sql;
    this.members = members;
    this.api = api;
    this.history = history;
  }

  @Override
  public void begin(int choice) throws SQLException {
    Members.Context context = context(choice);
    String schema = context.schema();
    try (Connection connection = sql.connect()) {
      Sql.execute(connection, FUNCTION.formatted(schema));
      for (String table : sql.texts(TABLES.formatted(schema, "NOT"))) {
        patiently(connection, TRIGGER.formatted(schema, table));
      }
    }
    askForWhatCannotBeWritten(context);
  }

  /** Asks each service to rebuild a read model: emptying a read model needs a write. */
  private void askForWhatCannotBeWritten(Members.Context context) {
    String models = members.api(context.service(), 0) + "read-models";
    String name = api.get(models).expect(OK).body().path("items").path(0).path("name").asText();
    ApiClient.Answer answer = api.post(models + "/" + name + "/rebuild", "");
    if (answer.status() != LATER || answer.text("type").isEmpty()) {
      history.wrong("%s has no space and answers %s".formatted(context.service(), answer));
    }
  }

  @Override
  public void end(int choice) throws SQLException {
    String schema = context(choice).schema();
    List<String> full = sql.texts(TABLES.formatted(schema, ""));
    try (Connection connection = sql.connect()) {
      for (int last = full.size() - 1; last >= 0; last--) {
        patiently(
            connection, "DROP TRIGGER soak_full_disk ON %s.%s".formatted(schema, full.get(last)));
      }
      Sql.execute(connection, "DROP FUNCTION %s.soak_full_disk()".formatted(schema));
    }
  }

  private static Members.Context context(int choice) {
    return Members.CONTEXTS.get(choice % Members.CONTEXTS.size());
  }

  /**
   * Waits for transactions that use the table, but not long: new transactions wait behind this
   * lock.
   */
  private static void patiently(Connection connection, String statement) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        Sql.execute(connection, "SET lock_timeout = '1s'");
        Sql.execute(connection, statement);
        return;
      } catch (SQLException busy) {
        if (attempt == ATTEMPTS) {
          throw busy;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
