package com.cottonerp.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.readmodels.CompleteReadModels;
import com.cottonerp.eventing.readmodels.Rebuilds;
import com.cottonerp.eventing.readmodels.ReplayRequests;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.eventing.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class InboxTest {
  private static final String TYPE = "ExposureLevelChanged";

  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject LevelsProjection levels;
  @Inject SkipEvents skip;
  @Inject Rebuilds rebuilds;
  @Inject ReplayRequests requests;
  @Inject CompleteReadModels complete;

  private final UUID partner = UUID.randomUUID();
  private InboxFeed feed;

  @BeforeEach
  void connect() {
    feed = new InboxFeed(inbox, vertx, json, "risk", "trade-desk.risk-events");
  }

  @AfterEach
  void mend() {
    LevelsProjection.FAILURES.clear();
    RunningPostgres.run("DELETE FROM inbox_parked; DELETE FROM inbox_gap");
  }

  @Test
  void G4_an_event_is_applied_once_and_in_order_whatever_is_delivered() {
    ReceivedMessage one = level(partner, 1, "A");
    ReceivedMessage two = level(partner, 2, "B");
    ReceivedMessage three = level(partner, 3, "C");

    deliver(three, three);
    deliver(one, three, one);
    deliver(two, one);

    Waiting.until(() -> levelsOf(partner).equals(List.of("1 A", "2 B", "3 C")));
    deliver(one, two, three);
    assertThat(levelsOf(partner)).containsExactly("1 A", "2 B", "3 C");
    Waiting.until(() -> parked(partner).isEmpty());
    assertThat(number("SELECT count(*) FROM inbox_gap WHERE aggregate_id = '%s'", partner))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void G4_another_event_with_a_number_that_was_applied_is_no_duplicate() {
    deliver(level(partner, 1, "approved"));
    deliver(level(partner, 2, "forged"));
    deliver(level(partner, 3, "approved"));

    deliver(level(partner, 2, "suspended"));

    assertThat(levelsOf(partner)).containsExactly("1 approved", "2 forged", "3 approved");
    assertThat(query("SELECT sequence FROM inbox_conflict WHERE aggregate_id = '%s'", partner))
        .containsExactly("2");
  }

  @Test
  void G4_another_event_with_a_number_that_is_parked_is_kept_aside() {
    deliver(level(partner, 3, "forged"));
    deliver(level(partner, 3, "genuine"));
    deliver(level(partner, 1, "A"), level(partner, 2, "B"));

    Waiting.until(() -> parked(partner).isEmpty());
    assertThat(query("SELECT sequence FROM inbox_conflict WHERE aggregate_id = '%s'", partner))
        .containsExactly("3");
  }

  @Test
  void G4_another_event_that_is_parked_and_overtaken_in_one_batch_is_kept_aside() {
    deliver(level(partner, 2, "forged"), level(partner, 1, "A"), level(partner, 2, "genuine"));

    assertThat(levelsOf(partner)).containsExactly("1 A", "2 genuine");
    assertThat(query("SELECT sequence FROM inbox_conflict WHERE aggregate_id = '%s'", partner))
        .containsExactly("2");
  }

  @Test
  void a_message_of_an_outbox_that_does_not_publish_to_the_topic_is_not_applied() {
    ReceivedMessage foreign = level(partner, 1, "A");
    Map<String, String> attributes = new HashMap<>(foreign.attributes());
    attributes.put("ce-source", "/cotton-erp/partners");

    deliver(new ReceivedMessage(foreign.messageId(), "lane-0", attributes, foreign.data()));

    assertThat(levelsOf(partner)).isEmpty();
    assertThat(
            query(
                "SELECT error FROM inbox_unreadable WHERE message_id = '%s'", foreign.messageId()))
        .singleElement()
        .asString()
        .contains("/cotton-erp/risk");
  }

  @Test
  void G5_a_payload_that_is_null_is_parked_and_holds_nobody_up() {
    UUID other = UUID.randomUUID();

    deliver(message(partner, 1, "null"), level(other, 1, "A"));

    assertThat(levelsOf(other)).containsExactly("1 A");
    assertThat(parked(partner)).containsExactly("1 ERROR");
  }

  @Test
  void G5_a_fault_whose_text_no_table_can_hold_is_parked_and_holds_nobody_up() {
    UUID other = UUID.randomUUID();
    LevelsProjection.FAILURES.put("NUL", new IllegalStateException("a\0b\uD800"));

    deliver(level(partner, 1, "NUL"), level(other, 1, "A"));

    assertThat(levelsOf(other)).containsExactly("1 A");
    assertThat(parked(partner)).containsExactly("1 ERROR");
  }

  @Test
  void G5_a_text_that_the_database_refuses_is_parked_and_holds_nobody_up() {
    UUID other = UUID.randomUUID();

    deliver(message(partner, 1, "{\"level\": \"a\\u0000b\"}"), level(other, 1, "A"));

    assertThat(levelsOf(other)).containsExactly("1 A");
    assertThat(parked(partner)).containsExactly("1 ERROR");
  }

  @Test
  void G5_a_projection_that_never_ends_is_parked_after_its_time_and_holds_no_lock() {
    UUID other = UUID.randomUUID();

    deliver(level(partner, 1, LevelsProjection.HANGS), level(other, 1, "A"));

    assertThat(levelsOf(other)).containsExactly("1 A");
    assertThat(levelsOf(partner)).isEmpty();
    assertThat(parked(partner)).containsExactly("1 ERROR");
  }

  @Test
  void what_arrives_behind_a_broken_event_waits_and_is_no_gap() {
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));

    deliver(level(partner, 1, "BROKEN"), level(partner, 2, "B"));
    deliver(level(partner, 3, "C"));

    assertThat(parked(partner)).containsExactly("1 ERROR", "2 BEHIND", "3 BEHIND");
    assertThat(number("SELECT count(*) FROM inbox_gap WHERE aggregate_id = '%s'", partner))
        .isZero();
  }

  @Test
  void a_broken_event_is_tried_again_by_itself_and_what_waits_behind_it_follows() {
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));
    deliver(level(partner, 1, "BROKEN"), level(partner, 2, "B"));
    assertThat(
            number("SELECT count(*) FROM inbox_parked WHERE next_attempt_at > clock_timestamp()"))
        .isEqualTo(1);
    LevelsProjection.FAILURES.clear();

    RunningPostgres.run(
        "UPDATE inbox_parked SET next_attempt_at = clock_timestamp() WHERE reason = 'ERROR'");

    Waiting.until(() -> levelsOf(partner).equals(List.of("1 BROKEN", "2 B")));
    Waiting.until(() -> parked(partner).isEmpty());
  }

  @Test
  void an_operator_skips_a_broken_event_and_it_stays_on_record() throws Throwable {
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));
    deliver(level(partner, 1, "BROKEN"), level(partner, 2, "B"));

    var skipped =
        VertxContextSupport.subscribeAndAwait(
            () -> skip.skip(new Key(LevelsProjection.NAME, partner), "never valid", "ops"));

    assertThat(skipped).contains(new SkipEvents.Range(1, 1));
    Waiting.until(() -> levelsOf(partner).equals(List.of("2 B")));
    assertThat(
            query(
                "SELECT reason || ' ' || skipped_by FROM inbox_skipped WHERE aggregate_id = '%s'",
                partner))
        .containsExactly("never valid ops");
    assertThat(
            query(
                "SELECT concat_ws(' ', change, operation, actor, reason, after ->> 'toSequence')"
                    + " FROM audit_entry WHERE subject = '%s'",
                partner))
        .containsExactly("commanded skip ops never valid 1");
  }

  @Test
  void events_that_are_gone_for_good_are_skipped_and_the_rest_is_applied() throws Throwable {
    deliver(level(partner, 4, "D"));

    VertxContextSupport.subscribeAndAwait(
        () -> skip.skip(new Key(LevelsProjection.NAME, partner), "removed by retention", "ops"));

    Waiting.until(() -> levelsOf(partner).equals(List.of("4 D")));
  }

  @Test
  void messages_that_arrive_together_are_applied_in_one_transaction() {
    List<ReceivedMessage> messages = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID aggregate = UUID.randomUUID();
      ids.add("'" + aggregate + "'");
      messages.add(level(aggregate, 1, "A"));
      messages.add(level(aggregate, 2, "B"));
    }

    feed.deliver(messages, levels);

    assertThat(
            query(
                "SELECT count(*) || ' in ' || count(DISTINCT CAST(xmin AS text)) FROM level WHERE"
                    + " aggregate_id IN (%s)",
                String.join(",", ids)))
        .containsExactly("40 in 1");
  }

  @Test
  void a_broken_event_does_not_keep_the_others_of_its_batch_from_being_applied() {
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();

    deliver(
        level(before, 1, "A"),
        level(partner, 1, "BROKEN"),
        level(after, 1, "A"),
        level(after, 2, "B"));

    assertThat(levelsOf(before)).containsExactly("1 A");
    assertThat(levelsOf(after)).containsExactly("1 A", "2 B");
    assertThat(parked(partner)).containsExactly("1 ERROR");
  }

  @Test
  void a_long_row_of_parked_messages_is_applied_while_others_are_applied() {
    List<ReceivedMessage> later = new ArrayList<>();
    for (int sequence = 2; sequence <= 400; sequence++) {
      later.add(level(partner, sequence, "L"));
    }
    feed.deliver(later, levels);

    deliver(level(partner, 1, "first"));
    UUID other = UUID.randomUUID();
    deliver(level(other, 1, "A"));

    assertThat(levelsOf(other)).containsExactly("1 A");
    Waiting.until(() -> levelsOf(partner).size() == 400);
    Waiting.until(() -> parked(partner).isEmpty());
  }

  @Test
  void at_the_limit_of_parked_messages_what_fills_the_gaps_is_applied_and_the_rest_is_asked_for() {
    RunningPostgres.run(
        """
        INSERT INTO inbox_parked (projection, aggregate_id, sequence, event_id, event_type, attributes, data, reason)
        SELECT 'levels', gen_random_uuid(), 1000000, gen_random_uuid(), 'X', '{}', '', 'GAP'
        FROM generate_series(1, 2980)
        """);
    List<UUID> partners = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      partners.add(UUID.randomUUID());
      deliver(level(partners.get(i), 2, "second"));
    }

    partners.forEach(id -> deliver(level(id, 1, "first")));

    Waiting.until(() -> partners.stream().filter(id -> levelsOf(id).size() == 2).count() == 20);
    assertThat(partners).allSatisfy(id -> assertThat(levelsOf(id)).contains("1 first"));
    Waiting.until(() -> missing(partners).equals(List.of("LIMIT 2 x5")));
  }

  /** The gaps that are left, alike ones together. */
  private static List<String> missing(List<UUID> aggregates) {
    String ids = aggregates.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return query(
        "SELECT found_by || ' ' || known_sequence || ' x' || count(*) FROM inbox_gap WHERE"
            + " aggregate_id IN (%s) GROUP BY found_by, known_sequence",
        ids);
  }

  @Test
  void G1_while_the_database_takes_no_writes_messages_are_neither_parked_nor_acknowledged() {
    CompletableFuture<Void> acknowledged;
    takeWrites(false);
    try {
      acknowledged = CompletableFuture.runAsync(() -> deliver(level(partner, 1, "A")));
      assertThat(acknowledged).failsWithin(Duration.ofSeconds(2));
      assertThat(acknowledged).isNotDone();
    } finally {
      takeWrites(true);
    }

    acknowledged.join();
    assertThat(levelsOf(partner)).containsExactly("1 A");
    assertThat(parked(partner)).isEmpty();
  }

  private static void takeWrites(boolean taken) {
    RunningPostgres.runAsSuperuser(
        "ALTER ROLE partners_app SET default_transaction_read_only = " + (taken ? "off" : "on"));
    RunningPostgres.runAsSuperuser(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'partners_app'");
  }

  @Test
  void what_a_version_parked_that_counted_no_attempts_is_tried_again() {
    LevelsProjection.FAILURES.put("BROKEN", new IllegalStateException("broken"));
    deliver(level(partner, 1, "BROKEN"));
    LevelsProjection.FAILURES.clear();

    RunningPostgres.run("UPDATE inbox_parked SET attempts = 0, next_attempt_at = NULL");

    Waiting.until(() -> levelsOf(partner).equals(List.of("1 BROKEN")));
  }

  @Test
  void a_parked_message_that_cannot_be_read_any_more_is_shown_as_broken_and_put_off() {
    deliver(level(partner, 2, "B"));
    RunningPostgres.run("UPDATE inbox_parked SET attributes = attributes - 'ce-type'");

    deliver(level(partner, 1, "A"));

    Waiting.until(() -> parked(partner).equals(List.of("2 ERROR")));
    assertThat(
            number(
                "SELECT count(*) FROM inbox_parked WHERE aggregate_id = '%s' AND attempts = 1"
                    + " AND next_attempt_at > clock_timestamp()",
                partner))
        .isEqualTo(1);
  }

  @Test
  void nobody_waits_for_a_rebuild_to_know_that_a_read_model_is_not_whole() throws Throwable {
    try (Connection rebuild = RunningPostgres.connection()) {
      rebuild.setAutoCommit(false);
      rebuild.createStatement().execute("SELECT inbox_begin_rebuild('levels', 'risk', 'test')");

      boolean whole =
          VertxContextSupport.subscribeAndAwait(
              () -> InOneTransaction.run(session -> complete.are(LevelsProjection.NAME)));

      assertThat(whole).isFalse();
      rebuild.rollback();
    }
  }

  @Test
  void a_replay_that_was_asked_for_before_a_rebuild_began_does_not_count_for_it() throws Throwable {
    rebuild();
    List<ReplayRequests.Rebuild> before =
        VertxContextSupport.subscribeAndAwait(
            () -> InOneTransaction.run(session -> requests.open()));
    rebuild();

    VertxContextSupport.subscribeAndAwait(
        () -> InOneTransaction.run(session -> requests.taken(before, 1)));

    assertThat(
            query(
                "SELECT count(*) FROM read_model_rebuild WHERE projection = 'levels' AND"
                    + " replay_requested_at IS NULL"))
        .containsExactly("1");
    RunningPostgres.run("DELETE FROM read_model_rebuild; DELETE FROM read_model_target");
  }

  private void rebuild() throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () -> InOneTransaction.run(session -> rebuilds.begin(levels, "test")));
  }

  @Test
  void statements_and_locks_of_a_service_end_after_a_while() throws Throwable {
    String limits =
        VertxContextSupport.subscribeAndAwait(
            () ->
                InOneTransaction.run(
                    session ->
                        session
                            .createNativeQuery(
                                "SELECT current_setting('statement_timeout') || ' ' ||"
                                    + " current_setting('lock_timeout') || ' ' ||"
                                    + " current_setting('idle_in_transaction_session_timeout')",
                                String.class)
                            .getSingleResult()));

    assertThat(limits).isEqualTo("15s 10s 30s");
  }

  @Test
  void messages_that_are_no_events_are_kept_for_a_month() {
    ReceivedMessage old =
        new ReceivedMessage(UUID.randomUUID().toString(), "", Map.of(), new byte[1]);
    ReceivedMessage fresh =
        new ReceivedMessage(UUID.randomUUID().toString(), "", Map.of(), new byte[1]);
    deliver(old, fresh);

    RunningPostgres.run(
        "UPDATE inbox_unreadable SET received_at = clock_timestamp() - interval '31 days' WHERE"
            + " message_id = '"
            + old.messageId()
            + "'");

    Waiting.until(() -> unreadable(old) == 0);
    assertThat(unreadable(fresh)).isEqualTo(1);
  }

  private static long unreadable(ReceivedMessage message) {
    return number(
        "SELECT count(*) FROM inbox_unreadable WHERE message_id = '%s'", message.messageId());
  }

  private void deliver(ReceivedMessage... messages) {
    feed.deliver(List.of(messages), levels);
  }

  private ReceivedMessage level(UUID aggregate, long sequence, String level) {
    try {
      return message(
          aggregate,
          sequence,
          json.writeValueAsString(new ExposureLevelChanged(aggregate, level, null, null, null)));
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private ReceivedMessage message(UUID aggregate, long sequence, String payload) {
    return feed.message(aggregate, sequence, TYPE, payload.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> levelsOf(UUID aggregate) {
    return query(
        "SELECT sequence || ' ' || level FROM level WHERE aggregate_id = '%s' ORDER BY sequence",
        aggregate);
  }

  private static List<String> parked(UUID aggregate) {
    return query(
        "SELECT sequence || ' ' || reason FROM inbox_parked WHERE aggregate_id = '%s' ORDER BY"
            + " sequence",
        aggregate);
  }

  private static long number(String sql, Object... values) {
    return Long.parseLong(query(sql, values).get(0));
  }

  private static List<String> query(String sql, Object... values) {
    return RunningPostgres.query(sql.formatted(values));
  }
}
