package com.cottonerp.upgrade;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The tables of a schema as one version knows them, and rows in every one of them. All ids of a row
 * have the same number, so that what refers to something finds it.
 */
final class Rows {
  private static final String COLUMNS =
      """
      SELECT c.table_name, c.column_name, c.udt_name,
             -- The first of the words to which a check holds the column.
             (SELECT substring(pg_get_constraintdef(oid) FROM 'ARRAY\\[''([^'']*)') FROM pg_constraint
              WHERE conrelid = c.table_name::regclass AND contype = 'c'
                AND pg_get_constraintdef(oid) LIKE '%(' || c.column_name || ' = ANY (ARRAY[%' LIMIT 1)
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE 'flyway%'
        AND c.table_name NOT LIKE 'audit%'
        AND c.is_generated = 'NEVER' AND c.is_identity = 'NO'
      ORDER BY c.table_name, c.ordinal_position
      """;

  private final DataSource source;
  // What has been taken of a quantity: sums have to fit.
  private static final Set<String> NOTHING =
      Set.of("reserved_quantity", "sold_quantity", "purchased_quantity", "committed_quantity");

  private final Map<String, Map<String, Column>> tables = new TreeMap<>();

  /**
   * @param word one that it may have; null where it may have any
   */
  private record Column(String name, String type, String word) {
    String value(int number) {
      if (word != null) {
        return "'" + word + "'";
      }
      if (NOTHING.contains(name)) {
        return "0";
      }
      return switch (type) {
        case "uuid" -> "'0198a000-0000-7000-8000-%012d'".formatted(number);
        case "text", "varchar", "bpchar" -> "'T" + number + "'";
        // The name of the column that keeps a table to one row.
        case "bool" -> Boolean.toString(name.equals("one"));
        case "date" -> "'2026-01-%02d'".formatted(number);
        case "timestamptz" -> "'2026-01-%02dT10:00:00Z'".formatted(number);
        case "jsonb" -> "'{}'";
        case "bytea" -> "'\\x%02d'".formatted(number);
        case "xid8" -> "'" + number + "'";
        default -> type.startsWith("_") ? "'{}'" : Integer.toString(number);
      };
    }
  }

  /** The tables as they are now. */
  Rows(DataSource source) throws SQLException {
    this.source = source;
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        tables
            .computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
            .put(
                rows.getString(2),
                new Column(rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
  }

  /** Inserts a row with this number into every table, as the version does that knows these. */
  void insert(int number) throws SQLException {
    List<String> waiting = new ArrayList<>(tables.keySet());
    SQLException refused = null;
    // What refers to something waits until that is there.
    for (int left = waiting.size() + 1; !waiting.isEmpty() && waiting.size() < left; ) {
      left = waiting.size();
      for (String table : List.copyOf(waiting)) {
        try {
          execute(insertInto(table, number));
          waiting.remove(table);
        } catch (SQLException failure) {
          refused = failure;
        }
      }
    }
    if (!waiting.isEmpty()) {
      throw new SQLException("Nothing can be inserted into " + waiting, refused);
    }
  }

  private String insertInto(String table, int number) {
    Map<String, Column> columns = tables.get(table);
    return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING"
        .formatted(
            table,
            quoted(columns),
            columns.values().stream().map(column -> column.value(number)).collect(joining(", ")));
  }

  /** What the columns of this version hold, by table; a change of anything shows here. */
  Map<String, String> contents() throws SQLException {
    Map<String, String> contents = new TreeMap<>();
    for (Map.Entry<String, Map<String, Column>> table : tables.entrySet()) {
      contents.put(
          table.getKey(),
          one(
              "SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM (SELECT %s FROM %s) AS t"
                  .formatted(quoted(table.getValue()), table.getKey())));
    }
    return contents;
  }

  private static String quoted(Map<String, Column> columns) {
    return columns.keySet().stream().map(name -> '"' + name + '"').collect(joining(", "));
  }

  String one(String sql) throws SQLException {
    List<String> all = all(sql);
    return all.isEmpty() ? null : all.get(0);
  }

  List<String> all(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
