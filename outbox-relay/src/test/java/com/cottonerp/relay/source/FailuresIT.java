package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import com.google.pubsub.v1.PublishRequest;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FailuresIT extends RelayHarness {
  private final UUID sick = UUID.randomUUID();
  private final UUID healthy = UUID.randomUUID();

  @Test
  void G5_a_poison_event_fails_after_its_attempts_and_only_its_aggregate_waits() {
    broker.behave(refusing("poison"));
    UUID neighbour = neighbourOf(sick);
    outbox.append(sick, 2);
    outbox.append(sick, 1, "{\"text\": \"poison\"}", "{}");
    outbox.append(sick, 3);
    outbox.append(neighbour, 20);
    outbox.append(healthy, 20);
    startReplica();

    await().atMost(PATIENCE).until(() -> outbox.count("FAILED") == 1);
    outbox.append(sick, 1);
    outbox.append(neighbour, 1);
    await().atMost(PATIENCE).until(() -> outbox.count("PUBLISHED") == 2 + 21 + 20);

    assertThat(
            outbox.text(
                "SELECT aggregate_id || ' ' || sequence || ' ' || attempts FROM outbox WHERE status = 'FAILED'"))
        .isEqualTo(sick + " 3 5");
    assertThat(outbox.text("SELECT last_error FROM outbox WHERE status = 'FAILED'"))
        .contains("INVALID_ARGUMENT");
    assertThat(broker.firstOccurrences().get(sick.toString())).isEqualTo(List.of(1L, 2L));
    assertThat(outbox.count("PENDING")).isEqualTo(4);
    assertThat(broker.duplicates()).isZero();
    assertThat(broker.overlaps()).isEmpty();
  }

  @Test
  void an_event_that_breaks_a_limit_of_pubsub_fails_without_being_sent() {
    String tooLong = "x".repeat(1025);
    outbox.append(sick, 1, "{}", "{\"correlationId\": \"" + tooLong + "\"}");
    outbox.append(sick, 1);
    outbox.append(healthy, 1);
    startReplica();

    await().atMost(PATIENCE).until(() -> outbox.count("FAILED") == 1);
    await().atMost(PATIENCE).until(() -> outbox.count("PUBLISHED") == 1);

    assertThat(outbox.text("SELECT last_error FROM outbox WHERE status = 'FAILED'"))
        .contains("ce-correlationid");
    assertThat(broker.requestCount()).isEqualTo(1);
  }

  @Test
  void a_discarded_event_goes_out_as_a_tombstone_although_its_attributes_were_refused() {
    outbox.append(sick, 1, "{}", "{\"correlationId\": \"" + "x".repeat(1025) + "\"}");
    outbox.append(sick, 1);
    startReplica();
    await().atMost(PATIENCE).until(() -> outbox.count("FAILED") == 1);

    outbox.run("UPDATE outbox_pending SET discard_reason = 'test' WHERE failed_at IS NOT NULL");

    awaitDrained();
    assertThat(outbox.text("SELECT status || ' ' || discard_reason FROM outbox WHERE sequence = 1"))
        .isEqualTo("DISCARDED test");
    assertThat(broker.messages().get(0).getAttributesMap())
        .containsEntry("tombstone", "true")
        .containsEntry("ce-sequence", "1")
        .containsEntry("ce-type", "PartnerUpdated");
    assertThat(broker.messages().get(0).getData().isEmpty()).isTrue();
    assertThat(broker.firstOccurrences().get(sick.toString())).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void G6_a_broker_outage_fails_no_event_is_probed_by_one_request_and_drains_afterwards() {
    broker.behave(Reaction.refuse(Status.Code.UNAVAILABLE));
    config.set("publish.probe-interval", "50ms");
    outbox.appendInterleaved(100, 10);
    RelaySource replica = startReplica();
    await().atMost(PATIENCE).until(() -> replica.status().broker().outage());
    await().atMost(PATIENCE).until(() -> broker.requestCount() > 100);
    broker.forgetFigures();
    await().atMost(PATIENCE).until(() -> broker.requestCount() > 10);
    assertThat(broker.mostInFlight()).isEqualTo(1);
    assertThat(replica.status().isReady()).isTrue();
    assertThat(outbox.number("SELECT max(attempts) FROM outbox_pending")).isZero();

    broker.behave(Reaction.accept());
    awaitDrained();

    assertThat(outbox.count("PUBLISHED")).isEqualTo(1000);
    assertThat(broker.duplicates()).isZero();
    assertThat(replica.status().broker().outage()).isFalse();
  }

  @Test
  void a_broker_that_hangs_is_left_after_the_deadline_and_order_holds_when_it_executes_late() {
    config.set("publish.deadline", "300ms");
    broker.behave(Reaction.acceptAfter(Duration.ofSeconds(1)));
    outbox.append(sick, 10);
    startReplica();
    await().atMost(PATIENCE).until(() -> broker.requestCount() >= 2);

    broker.behave(Reaction.accept());
    awaitDrained();

    assertThat(broker.firstOccurrences().get(sick.toString()))
        .isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L));
    assertThat(outbox.count("PUBLISHED")).isEqualTo(10);
  }

  @Test
  void an_error_of_the_environment_pauses_the_source_fails_nothing_and_heals_by_itself() {
    broker.behave(Reaction.refuse(Status.Code.PERMISSION_DENIED));
    outbox.appendInterleaved(20, 2);
    RelaySource replica = startReplica();
    await().atMost(PATIENCE).until(() -> replica.status().broker().pauseReason().isPresent());
    assertThat(replica.status().isReady()).isFalse();
    int before = broker.requestCount();
    await().atMost(PATIENCE).until(() -> broker.requestCount() > before + 2);
    assertThat(outbox.count("FAILED")).isZero();

    broker.behave(Reaction.accept());

    awaitDrained();
    await().atMost(PATIENCE).until(() -> replica.status().isReady());
  }

  @Test
  void a_quota_slows_the_relay_down_and_fails_nothing() {
    broker.behave(
        request ->
            broker.mostInFlight() > 8 && Math.floorMod(broker.requestCount(), 2) == 0
                ? Reaction.refuse(Status.Code.RESOURCE_EXHAUSTED)
                : Reaction.acceptAfter(Duration.ofMillis(5)));
    outbox.appendInterleaved(100, 20);
    startReplica();

    awaitDrained();

    assertThat(outbox.count("PUBLISHED")).isEqualTo(2000);
    assertThat(broker.duplicates()).isZero();
  }

  @Test
  void G5_a_hot_ordering_key_waits_alone_and_goes_out_in_smaller_requests() {
    String hot = "lane-" + outbox.text("SELECT uuid_hash('" + sick + "') & 63");
    broker.behave(
        request ->
            request.getMessages(0).getOrderingKey().equals(hot) && request.getMessagesCount() > 4
                ? Reaction.refuse(Status.Code.RESOURCE_EXHAUSTED)
                : Reaction.acceptAfter(Duration.ofMillis(100)));
    outbox.append(sick, 32);
    outbox.appendInterleaved(300, 2);
    startReplica();

    awaitDrained();

    assertThat(broker.mostInFlight()).isGreaterThan(32);
    assertThat(broker.firstOccurrences().get(sick.toString()))
        .isEqualTo(LongStream.rangeClosed(1, 32).boxed().toList());
    assertThat(broker.duplicates()).isZero();
  }

  @Test
  void an_acknowledged_event_is_settled_after_the_database_came_back() {
    broker.behave(
        request -> {
          outbox.letRelayIn(false);
          outbox.cutConnections();
          return Reaction.accept();
        });
    outbox.append(healthy, 3);
    RelaySource replica = startReplica();
    await().atMost(PATIENCE).until(() -> broker.messageCount() == 3);
    await().atMost(PATIENCE).until(() -> !replica.status().connected());
    assertThat(replica.status().lanes()).isEmpty();
    broker.behave(Reaction.accept());

    outbox.letRelayIn(true);

    awaitDrained();
    assertThat(broker.duplicates()).isZero();
    awaitLanes(replica, 64);
    outbox.append(healthy, 1);
    awaitDrained();
  }

  private static Function<PublishRequest, Reaction> refusing(String text) {
    return request ->
        request.getMessagesList().stream()
                .anyMatch(message -> message.getData().toStringUtf8().contains(text))
            ? Reaction.refuse(Status.Code.INVALID_ARGUMENT)
            : Reaction.accept();
  }

  /** Returns another aggregate of the same lane. */
  private static UUID neighbourOf(UUID aggregate) {
    return UUID.fromString(
        outbox.text(
            """
            SELECT id FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 5000)) ids
            WHERE uuid_hash(id) & 63 = uuid_hash('%s') & 63 LIMIT 1"""
                .formatted(aggregate)));
  }
}
