package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import com.google.pubsub.v1.PublishRequest;
import io.grpc.Status;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tells a single refused event from a broker that refuses every event. */
class RefusalsIT extends RelayHarness {
  @ParameterizedTest
  @ValueSource(strings = {"lane", "aggregate"})
  void when_the_broker_refuses_everything_the_source_pauses_and_no_event_is_failed(
      String ordering) {
    config.set("publish.ordering", ordering);
    broker.behave(Reaction.refuse(Status.Code.INVALID_ARGUMENT));
    outbox.appendInterleaved(200, 3);
    RelaySource replica = startReplica();

    await().atMost(PATIENCE).until(() -> replica.status().broker().pauseReason().isPresent());
    int before = broker.requestCount();
    await().atMost(PATIENCE).until(() -> broker.requestCount() > before + 70);

    assertThat(replica.status().broker().pauseReason().get())
        .contains("5 different aggregates")
        .contains("INVALID_ARGUMENT");
    assertThat(replica.status().isReady()).isFalse();
    assertThat(outbox.count("FAILED")).isZero();
    assertThat(outbox.number("SELECT sum(attempts) FROM outbox_pending")).isLessThan(5);
    assertThat(outbox.number("SELECT max(attempts) FROM outbox_pending")).isLessThan(2);

    broker.behave(Reaction.accept());
    awaitDrained();

    assertThat(outbox.count("PUBLISHED")).isEqualTo(600);
    assertThat(broker.firstOccurrences().values())
        .allSatisfy(seen -> assertThat(seen).containsExactly(1L, 2L, 3L));
    assertThat(replica.status().isReady()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lane", "aggregate"})
  void G5_many_poison_events_are_failed_while_the_topic_takes_others(String ordering) {
    config.set("publish.ordering", ordering);
    broker.behave(refusing("poison"));
    for (int i = 0; i < 12; i++) {
      outbox.append(UUID.randomUUID(), 1, "{\"text\": \"poison\"}", "{}");
    }
    outbox.appendInterleaved(100, 2);
    RelaySource replica = startReplica();

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              outbox.append(UUID.randomUUID(), 1);
              return outbox.count("FAILED") == 12;
            });
    awaitOnlyFailedPending();

    assertThat(replica.status().broker().pauseReason()).isEmpty();
    assertThat(broker.duplicates()).isZero();
  }

  private void awaitOnlyFailedPending() {
    await().atMost(PATIENCE).until(() -> outbox.pending() == 12);
  }

  private static Function<PublishRequest, Reaction> refusing(String text) {
    return request ->
        request.getMessagesList().stream()
                .anyMatch(message -> message.getData().toStringUtf8().contains(text))
            ? Reaction.refuse(Status.Code.INVALID_ARGUMENT)
            : Reaction.accept();
  }
}
