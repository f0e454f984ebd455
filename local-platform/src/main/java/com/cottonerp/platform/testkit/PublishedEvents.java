package com.cottonerp.platform.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The outbox of one service. Checks every payload that a test reads against the JSON Schema of its
 * type, which must be on the class path. Thread-safe.
 */
public final class PublishedEvents {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final String OF_AGGREGATE =
      """
      SELECT sequence, event_type, event_version, payload FROM outbox_event
      WHERE aggregate_id = CAST(? AS uuid) ORDER BY id
      """;

  private final DataSource database;
  private final String schemaFolder;

  /**
   * @param context the publishing context, whose schemas are used, such as {@code partners}
   */
  public PublishedEvents(DataSource database, String context) {
    this.database = database;
    this.schemaFolder = "schemas/" + context + "/";
  }

  /** An event with a payload that fits its schema. */
  public record Event(long sequence, String type, String payload) {
    @Override
    public String toString() {
      return sequence + " " + type;
    }
  }

  /** The events of an aggregate, oldest first. */
  public List<Event> of(String aggregateId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OF_AGGREGATE)) {
      query.setString(1, aggregateId);
      List<Event> events = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          Event event = new Event(rows.getLong(1), rows.getString(2), rows.getString("payload"));
          check(event, rows.getInt("event_version"));
          events.add(event);
        }
      }
      return events;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The sequence and type of each event, such as {@code 1 PartnerCreated}, oldest first. */
  public List<String> namesOf(String aggregateId) {
    return of(aggregateId).stream().map(Event::toString).toList();
  }

  public String lastPayloadOf(String aggregateId) {
    List<Event> events = of(aggregateId);
    return events.get(events.size() - 1).payload();
  }

  /** The number of events of all aggregates. */
  public long count() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM outbox_event")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void check(Event event, int version) {
    String file = schemaFolder + event.type() + ".v" + version + ".json";
    try (var schema = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (schema == null) {
        throw new AssertionError("There is no schema " + file);
      }
      var errors =
          SCHEMAS
              .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
              .validate(event.payload(), InputFormat.JSON);
      if (!errors.isEmpty()) {
        throw new AssertionError(event + " does not fit " + file + ": " + errors);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
