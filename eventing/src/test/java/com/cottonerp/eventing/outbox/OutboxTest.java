package com.cottonerp.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.eventing.testkit.RunningPostgres;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class OutboxTest {
  @Inject Ledgers ledgers;

  private final UUID id = UuidCreator.getTimeOrderedEpoch();

  @Test
  void G1_events_are_numbered_in_the_order_in_which_they_were_raised() throws Throwable {
    create();

    List<AppendedEvent> appended =
        change(
            ledger -> {
              ledger.write("one");
              ledger.write("two");
            });
    change(ledger -> ledger.write("three"));

    assertThat(appended).extracting(AppendedEvent::sequence).containsExactly(1L, 2L);
    assertThat(log()).containsExactly("1 one", "2 two", "3 three");
    assertThat(pending()).isEqualTo(3);
  }

  @Test
  void a_new_aggregate_is_inserted_with_its_events_numbered_and_not_updated() throws Throwable {
    Ledger ledger = Ledger.with(id);
    ledger.write("one");
    await(() -> Panache.withTransaction(() -> ledgers.save(ledger)));

    assertThat(
            RunningPostgres.query(
                "SELECT version || ' ' || event_sequence FROM ledger WHERE id = '%s'"
                    .formatted(id)))
        .containsExactly("0 1");
    change(again -> again.write("two"));
    assertThat(log()).containsExactly("1 one", "2 two");
  }

  @Test
  void G3_a_transaction_has_its_number_before_its_first_event_has_an_id() throws Throwable {
    RunningPostgres.run(
        """
        CREATE FUNCTION number_was_given() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF pg_current_xact_id_if_assigned() IS NULL THEN
            RAISE EXCEPTION 'event % of a transaction without a number', NEW.id;
          END IF;
          RETURN NEW;
        END $$
        """);
    RunningPostgres.run(
        "CREATE TRIGGER number_was_given BEFORE INSERT ON outbox_event"
            + " FOR EACH ROW EXECUTE FUNCTION number_was_given()");
    try {
      // WHY three: one id of 32 is logged, which gives a number too.
      for (int i = 0; i < 3; i++) {
        Ledger ledger = Ledger.with(UuidCreator.getTimeOrderedEpoch());
        ledger.write("one");
        await(() -> Panache.withTransaction(() -> ledgers.save(ledger)));
      }
    } finally {
      RunningPostgres.run("DROP FUNCTION number_was_given CASCADE");
    }
  }

  @Test
  void G2_what_is_rolled_back_leaves_neither_state_nor_events_nor_a_gap() throws Throwable {
    create();

    assertThatThrownBy(
            () ->
                await(
                    () ->
                        Panache.withTransaction(
                            () ->
                                ledgers
                                    .findById(id)
                                    .invoke(ledger -> ledger.write("never"))
                                    .chain(ledgers::save)
                                    .invoke(
                                        saved -> {
                                          throw new IllegalStateException("changed my mind");
                                        }))))
        .hasMessage("changed my mind");

    assertThat(log()).isEmpty();
    assertThat(pending()).isZero();
    assertThat(note()).isEqualTo("new");
    change(ledger -> ledger.write("first"));
    assertThat(log()).containsExactly("1 first");
  }

  @Test
  void an_append_outside_a_transaction_fails_loudly_and_stores_nothing() {
    assertThatThrownBy(
            () ->
                await(
                    () ->
                        Panache.withSession(
                            () -> {
                              Ledger ledger = Ledger.with(id);
                              ledger.write("nowhere");
                              return ledgers.save(ledger);
                            })))
        .isInstanceOf(AppendOutsideTransactionException.class)
        .hasMessageContaining("Ledger " + id);

    assertThat(note()).isNull();
    assertThat(log()).isEmpty();
  }

  @Test
  void a_payload_above_the_limit_fails_its_transaction() throws Throwable {
    create();

    assertThatThrownBy(() -> change(ledger -> ledger.write("x".repeat(2_000))))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("PartnerSuspended")
        .hasMessageContaining("the limit is 2000");

    assertThat(note()).isEqualTo("new");
    assertThat(log()).isEmpty();
  }

  @Test
  void the_limit_counts_bytes_of_utf_8_not_characters() throws Throwable {
    create();

    assertThatThrownBy(() -> change(ledger -> ledger.write("कपास".repeat(200))))
        .isInstanceOf(PayloadTooLargeException.class);
    change(ledger -> ledger.write("x".repeat(800)));

    assertThat(log()).hasSize(1);
  }

  @Test
  void an_event_with_a_known_key_is_not_appended_again_and_the_first_one_is_told()
      throws Throwable {
    create();
    String key = "suspend-" + id;

    AppendedEvent first = change(ledger -> ledger.writeOnce(key, "one")).get(0);
    List<AppendedEvent> second =
        change(
            ledger -> {
              ledger.writeOnce(key, "one");
              ledger.write("two");
            });

    assertThat(first.alreadyAppended()).isFalse();
    assertThat(second.get(0))
        .isEqualTo(
            new AppendedEvent(first.eventId(), id, first.sequence(), first.eventType(), true));
    assertThat(second.get(1).sequence()).isEqualTo(2);
    assertThat(log()).containsExactly("1 one", "2 two");
  }

  @Test
  void a_key_is_remembered_after_retention_has_removed_its_event() throws Throwable {
    String key = "once-" + id;
    create();
    AppendedEvent first = change(ledger -> ledger.writeOnce(key, "one")).get(0);
    RunningPostgres.run("DELETE FROM outbox_event WHERE aggregate_id = '" + id + "'");

    AppendedEvent again = change(ledger -> ledger.writeOnce(key, "one")).get(0);

    assertThat(again.eventId()).isEqualTo(first.eventId());
    assertThat(log()).isEmpty();
  }

  @Test
  void a_key_that_two_aggregates_use_at_once_is_taken_by_one_of_them() throws Exception {
    List<UUID> both = List.of(id, UuidCreator.getTimeOrderedEpoch());
    String key = "once-" + id;

    long winners =
        atOnce(
            both.stream()
                .<Attempt>map(
                    one ->
                        () ->
                            await(
                                () ->
                                    Panache.withTransaction(
                                        () -> {
                                          Ledger ledger = Ledger.with(one);
                                          ledger.writeOnce(key, "mine");
                                          return ledgers.saveAndTell(ledger);
                                        })))
                .toList());

    // The slower one either saw the key, or met it at its insert and was rolled back as a whole.
    String appended =
        "SELECT aggregate_id FROM outbox_event WHERE idempotency_key = '%s'".formatted(key);
    assertThat(RunningPostgres.query(appended)).hasSize(1);
    assertThat(winners).isPositive();
  }

  @Test
  void G3_of_concurrent_changes_of_one_aggregate_only_those_that_commit_take_a_number()
      throws Throwable {
    create();

    List<Attempt> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      String text = "writer " + writer;
      writers.add(() -> change(ledger -> ledger.write(text)));
    }
    long winners = atOnce(writers);

    assertThat(winners).isPositive();
    assertThat(log()).hasSize((int) winners);
    for (int i = 0; i < winners; i++) {
      assertThat(log().get(i)).startsWith(i + 1 + " ");
    }
  }

  private interface Attempt {
    Object run() throws Throwable;
  }

  /** How many of the attempts, begun together, succeeded. */
  private static long atOnce(List<Attempt> attempts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(attempts.size());
    AtomicInteger succeeded = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(attempts.size());
    try {
      List<Callable<Void>> calls =
          attempts.stream()
              .<Callable<Void>>map(one -> () -> attempt(one, start, succeeded))
              .toList();
      threads.invokeAll(calls);
      return succeeded.get();
    } finally {
      threads.shutdown();
    }
  }

  private static Void attempt(Attempt attempt, CyclicBarrier start, AtomicInteger succeeded)
      throws Exception {
    start.await();
    try {
      attempt.run();
      succeeded.incrementAndGet();
    } catch (Throwable lost) {
      assertThat(lost)
          .satisfiesAnyOf(
              loser -> assertThat(loser).isInstanceOf(OptimisticLockException.class),
              loser -> assertThat(loser).hasStackTraceContaining("outbox_event_idempotency_key"));
    }
    return null;
  }

  private void create() throws Throwable {
    await(() -> Panache.withTransaction(() -> ledgers.save(Ledger.with(id))));
  }

  private List<AppendedEvent> change(Consumer<Ledger> change) throws Throwable {
    return await(
        () ->
            Panache.withTransaction(
                () -> ledgers.findById(id).invoke(change).chain(ledgers::saveAndTell)));
  }

  private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }

  private List<String> log() {
    return RunningPostgres.query(
        "SELECT sequence || ' ' || (payload->>'reason') FROM outbox_event WHERE aggregate_id = '%s' ORDER BY id"
            .formatted(id));
  }

  private int pending() {
    return RunningPostgres.query(
            "SELECT id FROM outbox_pending WHERE aggregate_id = '%s'".formatted(id))
        .size();
  }

  private String note() {
    return RunningPostgres.query("SELECT note FROM ledger WHERE id = '%s'".formatted(id)).stream()
        .findFirst()
        .orElse(null);
  }
}
