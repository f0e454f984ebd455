package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.outbox.RetentionSweep;
import com.cottonerp.relay.replay.ReplayFilter;
import com.cottonerp.relay.replay.Replays;
import com.cottonerp.relay.replay.Tail;
import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import io.grpc.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplaysIT extends RelayHarness {
  private static final ReplayFilter EVERYTHING =
      new ReplayFilter(null, null, "1970-01-01T00:00:00Z", null, null, null, null);

  private final UUID partner = UUID.randomUUID();

  @BeforeEach
  void replaysAreLookedForOften() {
    config.set("poll.fallback", "20ms");
  }

  @Test
  void live_events_come_first_whatever_a_replay_of_100_000_events_does() {
    publishedBefore(1_000, 100);
    startReplica();
    awaitLanes(replicas.get(0), 64);
    long idle = medianLatencyMicros();
    broker.behave(
        request ->
            isReplay(request) ? Reaction.acceptAfter(Duration.ofMillis(100)) : Reaction.accept());

    Replays.Placed replay = place(EVERYTHING, null);
    await().atMost(PATIENCE).until(() -> replayed() > 0);
    long busy = medianLatencyMicros();

    System.out.printf(
        "commit to broker: idle %d us, behind a replay of %d events %d us, of which %d were replayed%n",
        idle, replay.matched(), busy, replayed());
    assertThat(replay.matched()).isGreaterThanOrEqualTo(100_000);
    assertThat(text("state", replay)).isEqualTo("RUNNING");
    assertThat(busy).isLessThan(2 * idle + 10_000);
    assertThat(gauge("outbox.pending")).isLessThan(10);
    assertThat(gauge("outbox.oldest.pending.age.seconds")).isLessThan(5);
    broker.behave(Reaction.accept());
    await().atMost(Duration.ofSeconds(60)).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(number("published", replay)).isEqualTo(replay.matched());
    assertThat(broker.overlaps()).isEmpty();
  }

  @Test
  void a_live_event_passes_a_replay_that_the_broker_does_not_answer_at_all() {
    outbox.append(partner, 10);
    startReplica();
    awaitDrained();
    broker.behave(
        request ->
            isReplay(request) ? Reaction.acceptAfter(Duration.ofMinutes(1)) : Reaction.accept());
    place(EVERYTHING, null);
    await().atMost(PATIENCE).until(() -> broker.requestCount() == 2);

    outbox.append(partner, 1);

    await().atMost(Duration.ofSeconds(5)).until(() -> outbox.count("PUBLISHED") == 11);
  }

  @Test
  void replayed_events_keep_their_order_and_go_by_keys_of_their_own() {
    outbox.append(partner, 10);
    startReplica();
    awaitDrained();

    place(new ReplayFilter(partner, null, null, null, 3L, 5L, null), null);

    await().atMost(PATIENCE).until(() -> replayed() == 3);
    assertThat(replayedSequences(partner)).containsExactly(3L, 4L, 5L);
    assertThat(outbox.pending()).isZero();
  }

  @Test
  void the_tails_of_several_aggregates_are_one_replay() {
    UUID other = UUID.randomUUID();
    outbox.append(partner, 10);
    outbox.append(other, 10);
    startReplica();
    awaitDrained();

    Replays.Placed replay =
        place(
            new ReplayFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Tail(partner, 2, 3), new Tail(other, 9, 12))),
            null);

    await().atMost(PATIENCE).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(replay.matched()).isEqualTo(4);
    assertThat(replayedSequences(partner)).containsExactly(2L, 3L);
    assertThat(replayedSequences(other)).containsExactly(9L, 10L);
  }

  @Test
  void what_is_not_published_yet_is_not_replayed() {
    broker.behave(Reaction.refuse(Status.Code.UNAVAILABLE));
    outbox.append(partner, 3);
    startReplica();
    await().atMost(PATIENCE).until(() -> replicas.get(0).status().broker().outage());

    Replays.Placed replay = place(EVERYTHING, null);

    assertThat(replay.matched()).isZero();
    assertThat(replay.id()).isNull();
  }

  @Test
  void a_small_replay_does_not_wait_for_the_end_of_a_big_one() {
    publishedBefore(500, 40);
    outbox.append(partner, 2);
    startReplica();
    awaitDrained();
    broker.behave(
        request ->
            isReplay(request) ? Reaction.acceptAfter(Duration.ofMillis(50)) : Reaction.accept());
    Replays.Placed big = place(EVERYTHING, null);
    await().atMost(PATIENCE).until(() -> replayed() > 0);

    Replays.Placed small =
        place(new ReplayFilter(partner, null, null, null, null, null, null), null);

    await().atMost(PATIENCE).until(() -> text("state", small).equals("FINISHED"));
    assertThat(text("state", big)).isEqualTo("RUNNING");
  }

  @Test
  void a_replay_that_is_slowed_down_can_be_cancelled() throws SQLException {
    outbox.append(partner, 50);
    startReplica();
    awaitDrained();
    Replays.Placed replay = place(EVERYTHING, 5);
    await().atMost(PATIENCE).until(() -> number("published", replay) >= 5);

    try (Connection connection = outbox.owner().getConnection()) {
      assertThat(Replays.cancel(connection, replay.id())).isTrue();
    }

    assertThat(text("state", replay)).isEqualTo("CANCELLED");
    assertThat(replayed()).isLessThan(50);
  }

  @Test
  void the_replay_of_a_crashed_replica_goes_on_where_it_was() {
    config.set("lease.ttl", "3s").set("lease.renew", "500ms").set("lease.margin", "300ms");
    config.set("lease.statement-timeout", "1s").set("publish.deadline", "500ms");
    publishedBefore(100, 100);
    RelaySource victim = startReplica();
    broker.behave(
        request ->
            isReplay(request) ? Reaction.acceptAfter(Duration.ofMillis(200)) : Reaction.accept());
    Replays.Placed replay = place(EVERYTHING, null);
    await().atMost(PATIENCE).until(() -> number("published", replay) > 0);
    victim.kill();
    long noted = number("position", replay);
    broker.behave(Reaction.accept());

    startReplica();

    await().atMost(PATIENCE).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(number("published", replay)).isEqualTo(10_000);
    assertThat(broker.messages().stream().map(m -> m.getAttributesOrThrow("ce-id")).distinct())
        .hasSize(10_000);
    assertThat(noted).isPositive();
    assertThat(replayedTwiceUpTo(noted)).isZero();
  }

  @Test
  void a_refused_event_is_stepped_over_and_told() {
    outbox.append(partner, 1);
    outbox.append(partner, 1, "{\"text\": \"poison\"}", "{}");
    outbox.append(partner, 1);
    startReplica();
    awaitDrained();
    broker.behave(
        request ->
            request.getMessagesList().stream()
                    .anyMatch(message -> message.getData().toStringUtf8().contains("poison"))
                ? Reaction.refuse(Status.Code.INVALID_ARGUMENT)
                : Reaction.accept());

    Replays.Placed replay = place(EVERYTHING, null);

    await().atMost(PATIENCE).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(replayedSequences(partner)).containsExactly(1L, 3L);
    assertThat(number("refused", replay)).isEqualTo(1);
    assertThat(text("last_error", replay)).contains("INVALID_ARGUMENT");
    assertThat(outbox.count("PUBLISHED")).isEqualTo(3);
  }

  @Test
  void a_replay_waits_for_the_broker_and_says_so() {
    outbox.append(partner, 5);
    startReplica();
    awaitDrained();
    broker.behave(Reaction.executeButFail(Status.Code.UNAVAILABLE));
    Replays.Placed replay = place(EVERYTHING, null);
    await().atMost(PATIENCE).until(() -> text("last_error", replay) != null);
    assertThat(text("state", replay)).isEqualTo("RUNNING");

    broker.behave(Reaction.accept());

    await().atMost(PATIENCE).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(number("published", replay)).isEqualTo(5);
  }

  @Test
  void the_same_request_before_the_first_turn_is_the_same_replay() {
    publishedBefore(1, 5);

    Replays.Placed first = place(EVERYTHING, null);
    Replays.Placed second = place(EVERYTHING, null);
    Replays.Placed slower = place(EVERYTHING, 10);

    assertThat(second).isEqualTo(first);
    assertThat(slower.id()).isNotEqualTo(first.id());
  }

  @Test
  void retention_and_a_replay_that_overlap_leave_no_row_of_the_queue_without_an_event()
      throws SQLException {
    publishedBefore(100, 200);
    outbox.run("UPDATE outbox_receipt SET settled_at = now() - interval '40 days'");
    startReplica();
    Replays.Placed replay = place(EVERYTHING, null);
    await().atMost(PATIENCE).until(() -> replayed() > 0);

    new RetentionSweep(config.build().sources().get("partners"), config.build().retention())
        .sweep();

    await().atMost(PATIENCE).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(outbox.number("SELECT count(*) FROM outbox_event")).isZero();
    assertThat(outbox.pending()).isZero();
  }

  @Test
  void a_late_acknowledgement_of_a_live_event_ends_no_replay_of_it() {
    publishedBefore(1, 50);
    startReplica();
    broker.behave(
        request ->
            isReplay(request) ? Reaction.acceptAfter(Duration.ofMillis(300)) : Reaction.accept());
    Replays.Placed replay = place(EVERYTHING, null);

    // A replica that was cut off after it published these events records this: no event waits for
    // it.
    outbox.run(
        "WITH gone AS (DELETE FROM outbox_pending WHERE id IN (SELECT id FROM outbox_event)) INSERT INTO outbox_receipt (id, outcome) SELECT id, 'PUBLISHED' FROM outbox_event ON CONFLICT DO NOTHING");

    await().atMost(PATIENCE).until(() -> text("state", replay).equals("FINISHED"));
    assertThat(number("published", replay)).isEqualTo(50);
  }

  private static boolean isReplay(PublishRequest request) {
    return request.getMessages(0).getOrderingKey().startsWith("replay-");
  }

  private long replayedTwiceUpTo(long position) {
    Map<String, Long> times =
        replayMessages()
            .collect(
                Collectors.groupingBy(
                    message -> message.getAttributesOrThrow("ce-id"), Collectors.counting()));
    String twice =
        times.entrySet().stream()
            .filter(event -> event.getValue() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(",", "{", "}"));
    return outbox.number(
        "SELECT count(*) FROM outbox_event WHERE id <= %d AND event_id = ANY ('%s'::uuid[])"
            .formatted(position, twice));
  }

  private Stream<PubsubMessage> replayMessages() {
    return broker.messages().stream()
        .filter(message -> message.getOrderingKey().startsWith("replay-lane-"));
  }

  private long replayed() {
    return replayMessages().count();
  }

  private List<Long> replayedSequences(UUID aggregate) {
    return replayMessages()
        .map(PubsubMessage::getAttributesMap)
        .filter(attributes -> attributes.get("ce-subject").equals(aggregate.toString()))
        .map(attributes -> Long.valueOf(attributes.get("ce-sequence")))
        .toList();
  }

  /** Puts events into the log that were published long ago. */
  private static void publishedBefore(int aggregates, int eventsEach) {
    outbox.appendInterleaved(aggregates, eventsEach);
    outbox.run("DELETE FROM outbox_pending");
    outbox.run("INSERT INTO outbox_receipt (id, outcome) SELECT id, 'PUBLISHED' FROM outbox_event");
    outbox.run("ANALYZE outbox_event, outbox_receipt");
  }

  private static Replays.Placed place(ReplayFilter filter, Integer rate) {
    try (Connection connection = outbox.owner().getConnection()) {
      return Replays.place(
          connection, new Replays.Order(UUID.randomUUID(), filter, "test", null, rate));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String text(String column, Replays.Placed replay) {
    return outbox.text(
        "SELECT %s FROM outbox_replay WHERE id = '%s'".formatted(column, replay.id()));
  }

  private static long number(String column, Replays.Placed replay) {
    return Long.parseLong(text(column, replay));
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }

  private long medianLatencyMicros() {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      UUID fresh = UUID.randomUUID();
      outbox.append(fresh, 1);
      long committed = System.nanoTime();
      await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofNanos(200_000))
          .atMost(PATIENCE)
          .until(() -> broker.hasArrived(fresh));
      micros.add((System.nanoTime() - committed) / 1000);
    }
    return micros.stream()
        .flatMapToLong(LongStream::of)
        .sorted()
        .skip(20)
        .findFirst()
        .orElseThrow();
  }
}
