package com.cottonerp.platform.testkit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of a table that are like its newest one, in any number, to see what a statement costs when
 * there are many. They are older than whatever a test makes, and no trigger hears of them. For
 * tests; not thread-safe.
 */
public final class ManyRows implements AutoCloseable {
  /** A time before that of every thing that a test makes, as the begin of a UUIDv7. */
  private static final long YEAR_2020 = 1_577_836_800_000L;

  /** The id of row {@code i}, the same in every table. */
  public static final String ID =
      "(lpad(to_hex(%d + i), 12, '0') || '70008' || substr(md5(i::text), 1, 15))"
          .formatted(YEAR_2020);

  private final ContextDatabase database;
  private final String table;

  private ManyRows(ContextDatabase database, String table) {
    this.database = database;
    this.table = table;
  }

  /**
   * Inserts rows with ids of their own.
   *
   * @param changes in what row {@code i} differs from the newest one, as arguments of
   *     jsonb_build_object
   */
  public static ManyRows in(ContextDatabase database, String table, int rows, String changes) {
    ManyRows many = new ManyRows(database, table);
    many.withoutTriggers(many.insert(rows, changes));
    database.execute("ANALYZE " + table);
    return many;
  }

  private String insert(int rows, String changes) {
    List<String> columns =
        database.firstColumn(
            """
            SELECT quote_ident(column_name) FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = '%s' AND is_generated = 'NEVER'
            """
                .formatted(table));
    return """
    INSERT INTO %1$s (%2$s)
    SELECT %3$s FROM generate_series(1, %4$d) i,
      LATERAL jsonb_populate_record((SELECT one FROM %1$s one ORDER BY id DESC LIMIT 1),
        jsonb_build_object('id', %5$s, %6$s)) made
    """
        .formatted(
            table,
            String.join(", ", columns),
            columns.stream().map(name -> "made." + name).collect(Collectors.joining(", ")),
            rows,
            ID,
            changes);
  }

  private void withoutTriggers(String change) {
    database.execute(
        """
        BEGIN;
        ALTER TABLE %1$s DISABLE TRIGGER USER;
        %2$s;
        ALTER TABLE %1$s ENABLE TRIGGER USER;
        COMMIT
        """
            .formatted(table, change));
  }

  /** Removes the rows. */
  @Override
  public void close() {
    withoutTriggers(
        "DELETE FROM %s WHERE id < '017f0000-0000-7000-8000-000000000000'".formatted(table));
  }
}
