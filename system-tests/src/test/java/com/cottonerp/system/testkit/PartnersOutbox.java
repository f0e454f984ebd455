package com.cottonerp.system.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The outbox of the partners context, written by SQL as the partners' role writes it. */
public final class PartnersOutbox {
  private static final String APPEND =
      """
      INSERT INTO outbox_event (event_id, topic, aggregate_type, aggregate_id, sequence, event_type, event_version,
                                payload, metadata)
      VALUES (?, 'partner-events', 'BusinessPartner', ?, ?, ?, 1, ?::jsonb, ?::jsonb)
      """;
  private static final String AS_IF_PUBLISHED =
      """
      WITH published AS (DELETE FROM outbox_pending WHERE id = (SELECT id FROM outbox_event WHERE event_id = ?)
                         RETURNING id)
      INSERT INTO outbox_receipt (id, outcome, message_id) SELECT id, 'PUBLISHED', 'lost' FROM published
      """;

  private final Database database;

  PartnersOutbox(Database database) {
    this.database = database;
  }

  /** One event, one transaction. */
  public void append(PartnerFact fact) {
    append(List.of(fact));
  }

  /** All in one transaction. */
  public void append(Collection<PartnerFact> facts) {
    database.inTransaction(
        connection -> {
          for (PartnerFact fact : facts) {
            insert(connection, fact, fact.type());
          }
          return null;
        });
  }

  /** An event whose type no contract knows. */
  public void appendAs(String eventType, PartnerFact fact) {
    database.inTransaction(
        connection -> {
          insert(connection, fact, eventType);
          return null;
        });
  }

  /** An event that counts as published while its message is lost. */
  public void appendAndLoseItsMessage(PartnerFact fact) {
    database.inTransaction(
        connection -> {
          insert(connection, fact, fact.type());
          try (PreparedStatement lose = connection.prepareStatement(AS_IF_PUBLISHED)) {
            lose.setObject(1, fact.eventId());
            return lose.executeUpdate();
          }
        });
  }

  /** An append whose transaction fails at its end. */
  public void appendAndRollBack(PartnerFact fact) {
    database.inTransaction(
        connection -> {
          insert(connection, fact, fact.type());
          connection.rollback();
          return null;
        });
  }

  private static void insert(Connection connection, PartnerFact fact, String type)
      throws SQLException {
    try (PreparedStatement append = connection.prepareStatement(APPEND)) {
      append.setObject(1, fact.eventId());
      append.setObject(2, fact.partnerId());
      append.setLong(3, fact.sequence());
      append.setString(4, type);
      append.setString(5, fact.payload());
      append.setString(6, Json.write(fact.metadata()));
      append.executeUpdate();
    }
  }

  public long pending() {
    return database.count("SELECT count(*) FROM outbox_pending");
  }

  public long failed() {
    return database.count("SELECT count(*) FROM outbox_pending WHERE failed_at IS NOT NULL");
  }

  public void awaitDrained() {
    Waiting.until("the outbox of the partners is drained", () -> pending() == 0);
  }

  public String status(UUID eventId) {
    return database
        .query("SELECT status FROM outbox WHERE event_id = ?", row -> row.getString(1), eventId)
        .get(0);
  }

  /** The longest time between the append and the settlement of events, by the database's clock. */
  public Duration slowest(Collection<PartnerFact> facts) {
    UUID[] ids = facts.stream().map(PartnerFact::eventId).toArray(UUID[]::new);
    return database
        .query(
            "SELECT 1000 * extract(epoch FROM max(published_at - occurred_at)) FROM outbox WHERE event_id = ANY (?)",
            row -> Duration.ofMillis(row.getLong(1)),
            (Object) ids)
        .get(0);
  }

  Database database() {
    return database;
  }
}
