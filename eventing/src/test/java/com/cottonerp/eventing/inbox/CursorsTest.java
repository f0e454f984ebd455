package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.eventing.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How cursors move, over events that change something and over those that nobody handles. */
@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class CursorsTest {
  private static final String HANDLED = "ExposureLevelChanged";
  private static final String IGNORED = "PartyLinkDetected";

  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject LevelsProjection levels;

  private final UUID partner = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private InboxFeed feed;

  @BeforeEach
  void connect() {
    feed = new InboxFeed(inbox, vertx, json, "risk", "trade-desk.risk-events");
  }

  @Test
  void events_that_nobody_handles_move_the_cursors_of_all_their_aggregates() {
    deliver(ignored(partner, 1), ignored(other, 1), ignored(partner, 2));
    deliver(ignored(other, 2), ignored(partner, 3));

    assertThat(last(partner)).isEqualTo(3);
    assertThat(last(other)).isEqualTo(2);
  }

  @Test
  void G4_another_event_with_a_number_that_nobody_handled_is_no_duplicate() {
    ReceivedMessage[] many =
        LongStream.rangeClosed(1, 40)
            .mapToObj(number -> ignored(partner, number))
            .toArray(ReceivedMessage[]::new);
    deliver(many);
    deliver(ignored(partner, 41), ignored(partner, 42));

    deliver(many[39], ignored(partner, 40), ignored(partner, 12), many[11], many[7]);

    assertThat(conflicts(partner)).containsExactly("12", "40");
    assertThat(last(partner)).isEqualTo(42);
  }

  @Test
  void an_event_that_nobody_handles_waits_behind_one_that_is_missing() {
    deliver(ignored(partner, 2), ignored(other, 1));

    assertThat(last(partner)).isZero();
    assertThat(last(other)).isEqualTo(1);

    deliver(ignored(partner, 1));

    Waiting.until(() -> last(partner) == 2);
  }

  @Test
  void events_that_nobody_handles_set_free_what_waits_behind_them() {
    deliver(handled(partner, 3, "C"));
    deliver(ignored(partner, 1));
    deliver(ignored(partner, 2));

    Waiting.until(() -> last(partner) == 3);
    assertThat(
            RunningPostgres.query(
                "SELECT level FROM level WHERE aggregate_id = '%s'".formatted(partner)))
        .containsExactly("C");
  }

  @Test
  void an_aggregate_is_found_by_the_index_however_many_there_are() {
    RunningPostgres.run(
        """
        INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence)
        SELECT 'levels', gen_random_uuid(), 1 FROM generate_series(1, 3000);
        ANALYZE inbox_cursor""");
    deliver(handled(partner, 1, "A"), handled(other, 1, "A"));
    deliver(ignored(partner, 2), ignored(other, 2));
    long foundBefore = counted("idx_scan");
    long readBefore = counted("seq_tup_read");

    for (long number = 3; number < 23; number += 2) {
      deliver(handled(partner, number, "B"), handled(other, number, "B"));
      deliver(ignored(partner, number + 1), ignored(other, number + 1));
    }

    assertThat(last(partner)).isEqualTo(22);
    // A session tells its counts when it has been idle for a while.
    Waiting.until(() -> counted("idx_scan") - foundBefore >= 40);
    assertThat(counted("seq_tup_read") - readBefore).isLessThan(10 * 3_000);
  }

  private static long counted(String what) {
    return number(
        "SELECT %s FROM pg_stat_user_tables WHERE relname = 'inbox_cursor'".formatted(what));
  }

  private void deliver(ReceivedMessage... messages) {
    feed.deliver(List.of(messages), levels);
  }

  private ReceivedMessage handled(UUID aggregate, long sequence, String level) {
    String payload = "{\"partnerId\": \"%s\", \"level\": \"%s\"}".formatted(aggregate, level);
    return feed.message(aggregate, sequence, HANDLED, payload.getBytes(StandardCharsets.UTF_8));
  }

  private ReceivedMessage ignored(UUID aggregate, long sequence) {
    return feed.message(aggregate, sequence, IGNORED, new byte[] {'{', '}'});
  }

  private static long last(UUID aggregate) {
    return number(
        "SELECT coalesce(max(last_sequence), 0) FROM inbox_cursor WHERE aggregate_id = '%s'"
            .formatted(aggregate));
  }

  private static List<String> conflicts(UUID aggregate) {
    return RunningPostgres.query(
        "SELECT sequence FROM inbox_conflict WHERE aggregate_id = '%s' ORDER BY sequence"
            .formatted(aggregate));
  }

  private static long number(String sql) {
    return Long.parseLong(RunningPostgres.query(sql).get(0));
  }
}
