package com.cottonerp.relay.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.testkit.TestOutbox;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The statements of a relay without marks, on a table with marks: during a rolling upgrade both
 * versions use the table.
 */
class RollingUpgradeIT {
  private static final String READY_FOR_AN_EARLIER_RELAY =
      """
      SELECT string_agg(e.sequence::text, ',' ORDER BY c.id)
      FROM outbox_pending c JOIN outbox_event e ON e.id = c.id
      WHERE NOT EXISTS (
        SELECT FROM outbox_pending w
        WHERE w.aggregate_id = c.aggregate_id AND w.id <= c.id
          AND (w.next_attempt_at IS NOT NULL OR w.failed_at IS NOT NULL)
          AND ((w.failed_at IS NOT NULL AND w.discard_reason IS NULL) OR w.next_attempt_at > now()))
      """;

  private static TestOutbox outbox;

  @BeforeAll
  static void startDatabase() {
    outbox = new TestOutbox();
  }

  @AfterAll
  static void stopDatabase() {
    outbox.close();
  }

  @BeforeEach
  void threeEventsOfWhichTheFirstIsRefused() {
    outbox.reset();
    outbox.append(UUID.randomUUID(), 3);
    outbox.run(
        "UPDATE outbox_pending SET attempts = 1, last_error = 'refused', next_attempt_at = clock_timestamp() + interval '1 minute' WHERE id = "
            + first());
    outbox.run("UPDATE outbox_pending SET blocked_by = %1$d WHERE id > %1$d".formatted(first()));
  }

  @Test
  void what_an_earlier_relay_lets_wait_has_a_mark() {
    assertThat(marks()).isEqualTo("own,first,first");
    assertThat(outbox.text(READY_FOR_AN_EARLIER_RELAY)).isNull();
  }

  @Test
  void what_an_operator_requeues_may_go_and_what_is_behind_it_stays_there() {
    outbox.run(
        "UPDATE outbox_pending SET next_attempt_at = NULL, failed_at = now() WHERE id = "
            + first());
    assertThat(marks()).isEqualTo("own,first,first");

    outbox.run("UPDATE outbox_pending SET attempts = 0, failed_at = NULL WHERE id = " + first());

    assertThat(marks()).isEqualTo("may go,first,first");
    assertThat(outbox.text(READY_FOR_AN_EARLIER_RELAY)).isEqualTo("1,2,3");
  }

  @Test
  void what_an_earlier_relay_settles_releases_those_behind_it() {
    outbox.run(
        "WITH gone AS (DELETE FROM outbox_pending WHERE id = %1$d) INSERT INTO outbox_receipt (id, outcome) VALUES (%1$d, 'PUBLISHED')"
            .formatted(first()));

    assertThat(marks()).isEqualTo("may go,may go");
    assertThat(outbox.text("SELECT last_sequence FROM outbox_head")).isEqualTo("1");
  }

  @Test
  void a_failed_event_that_is_discarded_may_go() {
    outbox.run(
        "UPDATE outbox_pending SET next_attempt_at = NULL, failed_at = now() WHERE id = "
            + first());

    outbox.run("UPDATE outbox_pending SET discard_reason = 'never valid' WHERE id = " + first());

    assertThat(marks()).isEqualTo("may go,first,first");
  }

  private static long first() {
    return outbox.number("SELECT min(id) FROM outbox_event");
  }

  private static String marks() {
    return outbox.text(
        """
        SELECT string_agg(CASE blocked_by WHEN 0 THEN 'may go' WHEN id THEN 'own'
                          WHEN (SELECT min(id) FROM outbox_event) THEN 'first' END, ',' ORDER BY id)
        FROM outbox_pending""");
  }
}
