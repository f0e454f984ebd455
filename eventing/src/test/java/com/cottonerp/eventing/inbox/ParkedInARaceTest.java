package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.eventing.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A delivery that sees no cursor yet, or whose event cannot be applied, parks an event while
 * another delivery moves the cursor past its number.
 */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class ParkedInARaceTest {
  private static final String NEVER_AGAIN = "NULL, 24";
  private static final String IN_AN_HOUR = "clock_timestamp() + interval '1 hour', 1";

  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject LevelsProjection levels;
  @Inject SkipEvents skip;

  private final UUID partner = UUID.randomUUID();
  private InboxFeed feed;

  @BeforeEach
  void connect() {
    feed = new InboxFeed(inbox, vertx, json, "risk", "trade-desk.risk-events");
  }

  @AfterEach
  void mend() {
    LevelsProjection.FAILURES.clear();
    LevelsProjection.MEANWHILE.clear();
    RunningPostgres.run("DELETE FROM inbox_parked; DELETE FROM inbox_gap");
  }

  @Test
  void G4_another_event_that_is_parked_below_the_cursor_while_it_moves_on_is_kept_aside() {
    UUID forged = UUID.randomUUID();
    LevelsProjection.MEANWHILE.put("C", () -> park(2, forged, "GAP", "NULL, 0"));

    deliver(level(1, "A"));
    deliver(level(2, "B"));
    deliver(level(3, "C"));

    Waiting.until(() -> conflicts().equals(List.of("2 " + forged)));
    Waiting.until(() -> parked().isEmpty());
    assertThat(InboxTest.levelsOf(partner)).containsExactly("1 A", "2 B", "3 C");
  }

  @Test
  void G4_another_event_that_is_parked_while_parked_ones_are_applied_is_kept_aside() {
    UUID forged = UUID.randomUUID();
    deliver(level(1, "A"));
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));
    deliver(level(2, "BROKEN"));
    LevelsProjection.MEANWHILE.put("BROKEN", () -> park(1, forged, "GAP", "NULL, 0"));

    RunningPostgres.run(
        "UPDATE inbox_parked SET next_attempt_at = clock_timestamp() WHERE reason = 'ERROR'");

    Waiting.until(() -> conflicts().equals(List.of("1 " + forged)));
    Waiting.until(() -> parked().equals(List.of("2 ERROR")));
  }

  @Test
  void G4_another_event_that_is_parked_below_the_cursor_is_judged_though_no_later_one_comes() {
    deliver(level(1, "A"), level(2, "B"));
    UUID forged = UUID.randomUUID();
    UUID broken = UUID.randomUUID();

    park(1, forged, "GAP", "NULL, 0");
    park(2, broken, "ERROR", NEVER_AGAIN);

    Waiting.until(() -> conflicts().equals(List.of("1 " + forged, "2 " + broken)));
    Waiting.until(() -> parked().isEmpty());
  }

  @Test
  void an_event_that_was_parked_at_the_moment_when_it_was_applied_is_no_conflict() {
    ReceivedMessage first = level(1, "A");
    ReceivedMessage second = level(2, "B");
    deliver(first, second);

    park(1, id(first), "ERROR", IN_AN_HOUR);
    park(2, id(second), "ERROR", NEVER_AGAIN);

    Waiting.until(() -> parked().isEmpty());
    deliver(level(3, "C"));
    assertThat(InboxTest.levelsOf(partner)).containsExactly("1 A", "2 B", "3 C");
    assertThat(conflicts()).isEmpty();
  }

  @Test
  void G4_another_event_that_is_parked_below_the_cursor_is_kept_aside_when_an_operator_skips()
      throws Throwable {
    UUID forged = UUID.randomUUID();
    deliver(level(1, "A"));
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));
    deliver(level(2, "BROKEN"));

    park(1, forged, "GAP", "NULL, 0");
    VertxContextSupport.subscribeAndAwait(
        () -> skip.skip(new Key(LevelsProjection.NAME, partner), "never valid", "ops"));

    Waiting.until(() -> parked().isEmpty());
    assertThat(conflicts()).containsExactly("1 " + forged);
  }

  /** As a delivery does that decided before the cursor was there. */
  private void park(long sequence, UUID event, String reason, String nextAttemptAndAttempts) {
    RunningPostgres.run(
        """
        INSERT INTO inbox_parked (projection, aggregate_id, sequence, event_id, event_type, attributes, data, reason,
                                  next_attempt_at, attempts)
        VALUES ('levels', '%s', %d, '%s', 'X', '{}', '', '%s', %s)
        """
            .formatted(partner, sequence, event, reason, nextAttemptAndAttempts));
  }

  private void deliver(ReceivedMessage... messages) {
    feed.deliver(List.of(messages), levels);
  }

  private ReceivedMessage level(long sequence, String level) {
    String payload = "{\"partnerId\": \"%s\", \"level\": \"%s\"}".formatted(partner, level);
    return feed.message(
        partner, sequence, "ExposureLevelChanged", payload.getBytes(StandardCharsets.UTF_8));
  }

  private static UUID id(ReceivedMessage message) {
    return UUID.fromString(message.attributes().get("ce-id"));
  }

  private List<String> conflicts() {
    return RunningPostgres.query(
        "SELECT sequence || ' ' || event_id FROM inbox_conflict WHERE aggregate_id = '%s' ORDER BY sequence"
            .formatted(partner));
  }

  private List<String> parked() {
    return RunningPostgres.query(
        "SELECT sequence || ' ' || reason FROM inbox_parked WHERE aggregate_id = '%s' ORDER BY sequence"
            .formatted(partner));
  }
}
