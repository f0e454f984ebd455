package com.cottonerp.eventing.readmodels;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.risk.v1.ExposureLevelChanged;
import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.LevelsProjection;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.eventing.inbox.Waiting;
import com.cottonerp.eventing.testkit.InboxFeed;
import com.cottonerp.eventing.testkit.RunningPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningPostgres.class)
class RebuildsTest {
  private static final int ROUNDS = Integer.getInteger("rebuild.rounds", 200);
  private static final long SEED = Long.getLong("rebuild.seed", 20_261_125L);

  @Inject Inbox inbox;
  @Inject Vertx vertx;
  @Inject ObjectMapper json;
  @Inject LevelsProjection levels;
  @Inject Rebuilds rebuilds;

  private final Random random = new Random(SEED);
  private InboxFeed feed;

  /** One aggregate's events so far, as its outbox has them. */
  private record Story(UUID id, List<ReceivedMessage> events) {}

  @Test
  void G10_a_rebuild_at_any_moment_loses_no_event_of_new_or_old_aggregates() throws Throwable {
    feed = new InboxFeed(inbox, vertx, json, "risk", "trade-desk.risk-events");
    List<Story> stories = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 20 == 0) {
        stories.clear();
        RunningPostgres.run(
            "DELETE FROM level; DELETE FROM inbox_cursor WHERE projection = 'levels'; DELETE FROM inbox_parked; DELETE FROM inbox_gap");
      }
      List<ReceivedMessage> stream = stream(stories);
      CompletableFuture<Void> live =
          CompletableFuture.runAsync(
              () -> stream.forEach(message -> feed.deliver(List.of(message), levels)));
      LockSupport.parkNanos(random.nextInt(8_000_000));
      rebuild();
      live.join();

      // The relay publishes everything again, in the order of the log.
      List<ReceivedMessage> log =
          stories.stream().flatMap(story -> story.events().stream()).toList();
      feed.deliver(log, levels);
      TreeSet<String> expected = new TreeSet<>(fold(stories));
      int current = round;
      Waiting.until(() -> new TreeSet<>(readModel()).equals(expected));
      assertThat(new TreeSet<>(readModel()))
          .as("round %d of seed %d", current, SEED)
          .isEqualTo(expected);
    }
  }

  @Test
  void a_rebuild_that_begins_while_the_last_one_is_finished_is_in_no_deadlock_with_it()
      throws Throwable {
    UUID first = new UUID(0, 1);
    UUID second = new UUID(0, 2);
    RunningPostgres.run("DELETE FROM inbox_cursor; DELETE FROM read_model_target");
    rebuild();
    RunningPostgres.run(
        "UPDATE read_model_rebuild SET replay_requested_at = now(), expected_events = 0"
            + " WHERE projection = 'levels'");
    for (UUID aggregate : List.of(first, second)) {
      RunningPostgres.run(
          "INSERT INTO inbox_cursor (projection, aggregate_id, last_sequence)"
              + " VALUES ('levels', '%s', 1)".formatted(aggregate));
    }
    RunningPostgres.run(target(second));
    try (Connection other = RunningPostgres.connection();
        Connection beginning = RunningPostgres.connection()) {
      other.setAutoCommit(false);
      execute(other, target(first));
      // Has the row of the rebuild, and waits for the first target.
      CompletableFuture<Void> begin =
          CompletableFuture.runAsync(
              () -> execute(beginning, "SELECT inbox_begin_rebuild('levels', 'risk', 'test')"));
      Waiting.until(() -> waiting() == 1);
      CompletableFuture<Void> finish = CompletableFuture.runAsync(this::finish);
      Waiting.until(() -> waiting() == 2);
      other.rollback();

      begin.get();
      finish.get();
    }
  }

  private void finish() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> rebuilds.finish()));
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String target(UUID aggregate) {
    return "INSERT INTO read_model_target (projection, aggregate_id, last_sequence)"
        + " VALUES ('levels', '%s', 1)".formatted(aggregate);
  }

  private static int waiting() {
    return RunningPostgres.query("SELECT '1' FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        .size();
  }

  @Test
  void a_rebuild_waits_for_whoever_remembers_gaps_and_is_in_no_deadlock_with_them()
      throws Exception {
    UUID first = new UUID(0, 1);
    UUID second = new UUID(0, 2);
    RunningPostgres.run("DELETE FROM inbox_gap");
    for (UUID aggregate : List.of(second, first)) { // On the disk the second comes first.
      RunningPostgres.run(
          "INSERT INTO inbox_gap (projection, aggregate_id, outbox, known_sequence, found_by)"
              + " VALUES ('levels', '%s', 'risk', 5, 'ARRIVAL')".formatted(aggregate));
    }
    try (Connection remembering = RunningPostgres.connection();
        Connection rebuilding = RunningPostgres.connection()) {
      remembering.setAutoCommit(false);
      touch(remembering, first);
      CompletableFuture<Void> rebuild =
          CompletableFuture.runAsync(
              () -> execute(rebuilding, "SELECT inbox_begin_rebuild('levels', 'risk', 'test')"));
      Waiting.until(
          () ->
              !RunningPostgres.query(
                      "SELECT '1' FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                          + " AND query LIKE 'SELECT inbox_begin_rebuild%'")
                  .isEmpty());
      touch(remembering, second);
      remembering.commit();

      rebuild.get();
    }
    assertThat(RunningPostgres.query("SELECT aggregate_id FROM inbox_gap")).isEmpty();
  }

  private static void touch(Connection connection, UUID aggregate) {
    execute(
        connection,
        "UPDATE inbox_gap SET attempts = 1 WHERE aggregate_id = '%s'".formatted(aggregate));
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private List<ReceivedMessage> stream(List<Story> stories) {
    List<ReceivedMessage> stream = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Story story;
      if (stories.isEmpty() || random.nextInt(3) > 0) {
        story = new Story(UUID.randomUUID(), new ArrayList<>());
        stories.add(story);
      } else {
        story = stories.get(random.nextInt(stories.size()));
      }
      ReceivedMessage message = message(story.id(), story.events().size() + 1);
      story.events().add(message);
      stream.add(message);
    }
    return stream;
  }

  private void rebuild() throws Throwable {
    VertxContextSupport.subscribeAndAwait(
        () -> Panache.withTransaction(() -> rebuilds.begin(levels, "test")));
  }

  private ReceivedMessage message(UUID aggregate, long sequence) {
    try {
      byte[] payload =
          json.writeValueAsBytes(
              new ExposureLevelChanged(aggregate, "L" + sequence, null, null, null));
      return feed.message(aggregate, sequence, "ExposureLevelChanged", payload);
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static List<String> fold(List<Story> stories) {
    List<String> rows = new ArrayList<>();
    for (Story story : stories) {
      for (int sequence = 1; sequence <= story.events().size(); sequence++) {
        rows.add(story.id() + " " + sequence + " L" + sequence);
      }
    }
    return rows;
  }

  private static List<String> readModel() {
    return RunningPostgres.query(
        "SELECT aggregate_id || ' ' || sequence || ' ' || level FROM level");
  }
}
