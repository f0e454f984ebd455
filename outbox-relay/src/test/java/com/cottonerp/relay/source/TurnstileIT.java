package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.outbox.PendingEvents.Candidate;
import com.cottonerp.relay.outbox.PendingEvents.Wanted;
import com.cottonerp.relay.outbox.Predecessors.Mark;
import com.cottonerp.relay.outbox.Settlement;
import com.cottonerp.relay.testkit.TestConfig;
import com.cottonerp.relay.testkit.TestOutbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events may go, for any start of a fetch and any marks. */
class TurnstileIT {
  private static TestOutbox outbox;

  private final UUID partner = UUID.randomUUID();
  private OutboxSession session;

  @BeforeAll
  static void startDatabase() {
    outbox = new TestOutbox();
  }

  @AfterAll
  static void stopDatabase() {
    outbox.close();
  }

  @BeforeEach
  void openSession() throws SQLException {
    outbox.reset();
    RelayConfig config = new TestConfig(outbox.jdbcUrl(), "127.0.0.1:1").build();
    session = OutboxSession.open(config.sources().get("partners"), "replica", config);
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  void G3_an_event_does_not_pass_one_that_the_fetch_began_behind() throws SQLException {
    outbox.append(partner, 3);

    Turnstile.Passage passage = new Turnstile(session).pass(fetchBehind(id(1)));

    assertThat(passage.through()).isEmpty();
    assertThat(passage.lookFrom()).containsValue(id(1) - 1);
    assertThat(passage.marked()).isZero();
  }

  @Test
  void an_event_goes_when_all_before_it_are_published_or_go_with_it() throws SQLException {
    outbox.append(partner, 3);
    session.settlements().settle(List.of(new Settlement(id(1), "1", null)));

    Turnstile.Passage passage = new Turnstile(session).pass(fetchBehind(id(1)));

    assertThat(sequences(passage)).containsExactly(2L, 3L);
  }

  @Test
  void an_aggregate_without_a_head_goes_on_where_its_queue_begins() throws SQLException {
    outbox.append(partner, 5);
    outbox.run("DELETE FROM outbox_pending WHERE id <= " + id(2));

    Turnstile.Passage passage = new Turnstile(session).pass(fetchBehind(0));

    assertThat(sequences(passage)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void a_hole_in_what_was_fetched_lets_nothing_behind_it_through() throws SQLException {
    outbox.append(partner, 5);
    List<Candidate> all = fetchBehind(0);

    Turnstile.Passage passage =
        new Turnstile(session).pass(List.of(all.get(0), all.get(1), all.get(3), all.get(4)));

    assertThat(sequences(passage)).containsExactly(1L, 2L);
    assertThat(passage.lookFrom()).containsValue(id(3) - 1);
  }

  @Test
  void G5_what_waits_behind_a_failed_event_is_fetched_once_and_goes_when_that_is_settled()
      throws SQLException {
    outbox.append(partner, 3);
    outbox.run("UPDATE outbox_pending SET failed_at = now() WHERE id = " + id(1));

    assertThat(new Turnstile(session).pass(fetchBehind(0)).marked()).isEqualTo(2);
    assertThat(fetchBehind(0)).isEmpty();
    outbox.run("UPDATE outbox_pending SET failed_at = NULL WHERE id = " + id(1));
    // WHY await: not each fetch asks for events whose wait has ended.
    await()
        .untilAsserted(
            () ->
                assertThat(sequences(new Turnstile(session).pass(fetchBehind(id(3)))))
                    .containsExactly(1L));

    session.settlements().settle(List.of(new Settlement(id(1), "1", null)));

    assertThat(sequences(new Turnstile(session).pass(fetchBehind(id(3))))).containsExactly(2L, 3L);
  }

  @Test
  void an_event_that_waits_for_its_time_is_fetched_when_that_has_come() throws SQLException {
    outbox.append(partner, 2);
    outbox.run(
        "UPDATE outbox_pending SET next_attempt_at = clock_timestamp() + interval '300 ms' WHERE id = "
            + id(1));
    assertThat(new Turnstile(session).pass(fetchBehind(0)).through()).isEmpty();

    await().atMost(Duration.ofSeconds(5)).until(() -> !fetchBehind(id(2)).isEmpty());

    assertThat(sequences(new Turnstile(session).pass(fetchBehind(id(2))))).containsExactly(1L);
  }

  @Test
  void a_mark_is_not_made_behind_a_row_that_is_settled_at_the_same_time() throws Exception {
    outbox.append(partner, 2);
    outbox.run("UPDATE outbox_pending SET failed_at = now() WHERE id = " + id(1));
    long head = id(1);
    long behind = id(2);
    CompletableFuture<Void> marking;
    try (Connection zombie = outbox.owner().getConnection();
        Statement statement = zombie.createStatement()) {
      zombie.setAutoCommit(false);
      statement.execute("DELETE FROM outbox_pending WHERE id = " + head);
      marking = CompletableFuture.runAsync(() -> mark(behind, head));
      await().atMost(Duration.ofSeconds(5)).until(TurnstileIT::isSomebodyWaiting);
      zombie.commit();
    }
    marking.get();

    assertThat(outbox.text("SELECT blocked_by FROM outbox_pending WHERE id = " + behind)).isNull();
  }

  @Test
  void a_row_that_is_settled_while_others_are_marked_behind_it_releases_them() throws Exception {
    outbox.append(partner, 2);
    outbox.run("UPDATE outbox_pending SET failed_at = now() WHERE id = " + id(1));
    long head = id(1);
    long behind = id(2);
    CompletableFuture<Void> settling;
    try (Connection marker = outbox.owner().getConnection();
        Statement statement = marker.createStatement()) {
      marker.setAutoCommit(false);
      statement.execute("SELECT FROM outbox_pending WHERE id = %d FOR SHARE".formatted(head));
      settling = CompletableFuture.runAsync(() -> settle(head));
      await().atMost(Duration.ofSeconds(5)).until(TurnstileIT::isSomebodyWaiting);
      statement.execute(
          "UPDATE outbox_pending SET blocked_by = %d WHERE id = %d".formatted(head, behind));
      marker.commit();
    }
    settling.get();

    assertThat(outbox.text("SELECT blocked_by FROM outbox_pending WHERE id = " + behind))
        .isEqualTo("0");
  }

  private void mark(long behind, long head) {
    try {
      session.predecessors().mark(List.of(new Mark(behind, head)));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void settle(long id) {
    try {
      session.settlements().settle(List.of(new Settlement(id, "1", null)));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static boolean isSomebodyWaiting() {
    return !outbox
        .superuserText(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'outbox_relay' AND wait_event_type = 'Lock'")
        .equals("0");
  }

  private List<Candidate> fetchBehind(long id) throws SQLException {
    int lane = (int) outbox.number("SELECT uuid_hash('%s') & 63".formatted(partner));
    return session.pending().fetch(List.of(new Wanted(lane, 100, id)), 1_000_000).candidates();
  }

  private long id(long sequence) {
    return outbox.number(
        "SELECT id FROM outbox_event WHERE aggregate_id = '%s' AND sequence = %d"
            .formatted(partner, sequence));
  }

  private static List<Long> sequences(Turnstile.Passage passage) {
    return passage.through().stream()
        .map(PendingEvent::facts)
        .map(PendingEvent.Facts::sequence)
        .toList();
  }
}
