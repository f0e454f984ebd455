package com.cottonerp.runner.soak;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes one event of a term of trade invalid, so that the broker refuses the event. The event fails
 * and its aggregate waits, while all other aggregates go on. Then an operator discards the event,
 * and the aggregate goes on too.
 */
final class BrokenEvent implements Fault {
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final long LOOK_NANOS = 200_000_000L;
  private static final String SETTINGS = "settings-service";

  // Pub/Sub refuses an attribute of more than 1024 bytes.
  private static final String BREAK =
      """
      CREATE OR REPLACE FUNCTION settings.soak_broken_event() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.metadata := jsonb_set(NEW.metadata, '{correlationId}', to_jsonb(repeat('x', 1025)));
        RETURN NEW;
      END $$;
      CREATE TRIGGER soak_broken_event BEFORE INSERT ON settings.outbox_event
        FOR EACH ROW WHEN (NEW.aggregate_id = '%s') EXECUTE FUNCTION settings.soak_broken_event()
      """;
  private static final String MEND = "DROP TRIGGER soak_broken_event ON settings.outbox_event";

  private static final String FAILED =
      "SELECT event_id FROM settings.outbox WHERE aggregate_id = '%s' AND status = 'FAILED'";
  private static final String OTHERS =
      """
      SELECT count(*) FROM settings.outbox_pending JOIN settings.outbox_event e USING (id)
      WHERE e.aggregate_id <> '%1$s'
        AND e.occurred_at <= (SELECT max(occurred_at) FROM settings.outbox_event WHERE aggregate_id = '%1$s')
      """;

  private final PatientClient client;
  private final PatientClient.As operator;
  private final Sql sql;
  private int made;
  private String term;

  BrokenEvent(PatientClient client, PatientClient.As operator, Sql sql) {
    this.client = client;
    this.operator = operator;
    this.sql = sql;
  }

  @Override
  public void begin(int choice) throws SQLException {
    made++;
    term =
        client
            .post(
                operator,
                SETTINGS,
                "trade-terms",
                "{\"kind\": \"trade_type\", \"code\": \"SOAK-%1$d\", \"name\": \"Soak %1$d\"}"
                    .formatted(made))
            .expect(201)
            .text("termId");
    sql.execute(BREAK.formatted(term));
    change("deactivation");
    sql.execute(MEND);
  }

  @Override
  public void end(int choice) throws SQLException {
    change("activation");
    awaitRow("an event that the broker refuses does not fail", FAILED.formatted(term));
    awaitRow(
        "G5: events of others wait beside one that is broken",
        "SELECT 1 WHERE (%s) = 0".formatted(OTHERS.formatted(term)));
    String event = sql.texts(FAILED.formatted(term)).get(0);
    client
        .post(
            operator,
            "outbox-relay",
            "outboxes/settings/events/" + event + "/discard",
            "{\"reason\": \"The soak made it so\"}")
        .expect(200);
  }

  private void change(String what) {
    client.post(operator, SETTINGS, "trade-terms/" + term + "/" + what, "").expect(200);
  }

  private void awaitRow(String what, String query) throws SQLException {
    long begun = System.nanoTime();
    List<String> rows = sql.texts(query);
    while (rows.isEmpty()) {
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new IllegalStateException("Waited in vain: " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
      rows = sql.texts(query);
    }
  }
}
