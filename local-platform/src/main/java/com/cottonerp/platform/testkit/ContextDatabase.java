package com.cottonerp.platform.testkit;

import com.cottonerp.platform.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * A PostgreSQL for a service's tests, without Pub/Sub: events stay in the outbox, where tests read
 * the events. Tests connect with the role of the context, which sees no other context. Thread-safe.
 */
public final class ContextDatabase implements AutoCloseable {
  /** The issuer of the tests' tokens. */
  public static final String ISSUER = "https://issuer.test";

  private static final String ROWS =
      """
      SELECT table_name, (xpath('/row/n/text()', query_to_xml(
               format('SELECT count(*) || ''/'' || coalesce(max(xmin::text::bigint), 0) AS n FROM %%I.%%I', '%1$s', table_name),
               false, true, '')))[1]::text
      FROM information_schema.tables WHERE table_schema = '%1$s' AND table_type = 'BASE TABLE'
      """;

  private final LocalPostgres postgres;
  private final String schema;
  private final String context;

  private ContextDatabase(LocalPostgres postgres, String schema, String context) {
    this.postgres = postgres;
    this.schema = schema;
    this.context = context;
  }

  /**
   * Starts a database.
   *
   * @param schema such as {@code trade_desk}
   * @param context such as {@code trade-desk}
   */
  public static ContextDatabase start(String schema, String context) {
    return new ContextDatabase(LocalPostgres.startTemporary(), schema, context);
  }

  /** The settings that a service needs to use this database. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("DATABASE_HOST", postgres.host());
    settings.put("DATABASE_PORT", Integer.toString(postgres.port()));
    settings.put("DATABASE_PASSWORD", role());
    settings.put("OIDC_ISSUER", ISSUER);
    settings.put("OIDC_JWKS_URL", "ignored:quarkus-makes-a-key-for-tests");
    settings.put("PUBSUB_EMULATOR_HOST", "127.0.0.1:1");
    return settings;
  }

  /** The published events. Every payload that a test reads is checked against its schema. */
  public PublishedEvents published() {
    return new PublishedEvents(source(), context);
  }

  /** The row count and the latest change of every table: any change of data changes this map. */
  public Map<String, String> rows() {
    Map<String, String> answer = new TreeMap<>();
    for (List<String> row : query(ROWS.formatted(schema))) {
      answer.put(row.get(0), row.get(1));
    }
    return answer;
  }

  /** The rows of a query, each row as the texts of its columns. */
  public List<List<String>> query(String sql) {
    try (var connection = source().getConnection();
        var rows = connection.createStatement().executeQuery(sql)) {
      List<List<String>> answer = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        answer.add(columns);
      }
      return answer;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The first column of a query. */
  public List<String> firstColumn(String sql) {
    return query(sql).stream().map(row -> row.get(0)).toList();
  }

  /** Opens a new connection as the service's user. */
  public Connection connection() throws SQLException {
    return source().getConnection();
  }

  /** Marks a read model as being rebuilt, without emptying the read model. */
  public void beginRebuild(String readModel) {
    execute(
        """
        INSERT INTO read_model_rebuild (projection, outbox, started_by, expected_events)
        VALUES ('%1$s', 'any', 'a test', 0)
        ON CONFLICT (projection) DO UPDATE SET finished_at = NULL, replay_requested_at = NULL
        """
            .formatted(readModel));
  }

  /** Marks the rebuild as finished, as if every event had come back. */
  public void finishRebuild(String readModel) {
    execute(
        "UPDATE read_model_rebuild SET finished_at = now() WHERE projection = '%s'"
            .formatted(readModel));
  }

  public void execute(String sql) {
    try (var connection = source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private DataSource source() {
    return postgres.dataSource(role(), role());
  }

  private String role() {
    return schema + "_app";
  }

  @Override
  public void close() {
    postgres.close();
  }
}
