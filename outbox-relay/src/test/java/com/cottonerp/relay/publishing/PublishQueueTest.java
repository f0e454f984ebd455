package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.lane.Lane;
import com.cottonerp.relay.lane.LanesHeld;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.testkit.TestConfig;
import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.pubsub.v1.PublishResponse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PublishQueueTest {
  private static final int FAILURES = 9;
  private static final long TURN = Duration.ofMillis(100).toNanos();
  private static final long LONGEST_WAIT = Duration.ofSeconds(2).toNanos();

  private final Lane sick = LanesHeld.lane(57);
  private final Lane well = LanesHeld.lane(1);
  private final FlappingBroker broker = new FlappingBroker();
  private final PublishQueue queue =
      new PublishQueue(
          "partners",
          new TestConfig("jdbc:postgresql://nowhere/none", "nowhere:1").build(),
          OpenTelemetry.noop().getTracer("test"),
          new RelayMetrics(new SimpleMeterRegistry(), "partners"),
          broker,
          () -> broker.now,
          new LongestWait());

  private long lastId;

  @Test
  void a_key_that_failed_while_the_broker_took_other_keys_waits_two_seconds_at_most()
      throws InterruptedException {
    queue.add(sick, List.of(event(sick)));

    for (long turn = 0; turn < FAILURES * LONGEST_WAIT / TURN; turn++) {
      queue.add(well, List.of(event(well)));
      queue.sendReady();
      queue.awaitCompletions(Duration.ZERO);
      broker.now += TURN;
    }

    assertThat(broker.attempts).hasSize(FAILURES + 1);
    for (int attempt = 1; attempt <= FAILURES; attempt++) {
      assertThat(broker.attempts.get(attempt) - broker.attempts.get(attempt - 1))
          .isLessThanOrEqualTo(LONGEST_WAIT + TURN);
    }
  }

  private PendingEvent event(Lane lane) {
    PendingEvent.Facts facts =
        new PendingEvent.Facts(UUID.randomUUID(), "Partner", 1, "PartnerUpdated", 1, Instant.EPOCH);
    return new PendingEvent(
        ++lastId,
        lane.number(),
        UUID.randomUUID(),
        0,
        null,
        facts,
        new PendingEvent.Trail(null, null, null),
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Fails the first requests of one key, and takes those of all others. */
  private static final class FlappingBroker implements Broker {
    private final List<Long> attempts = new ArrayList<>();
    private long now;

    @Override
    public ApiFuture<PublishResponse> publish(String orderingKey, List<OutgoingEvent> events) {
      if (orderingKey.equals("lane-57")) {
        attempts.add(now);
        if (attempts.size() <= FAILURES) {
          return ApiFutures.immediateFailedFuture(new IllegalStateException("UNAVAILABLE"));
        }
      }
      PublishResponse.Builder response = PublishResponse.newBuilder();
      events.forEach(event -> response.addMessageIds("m"));
      return ApiFutures.immediateFuture(response.build());
    }

    @Override
    public ApiFuture<Boolean> mayPublish() {
      return ApiFutures.immediateFuture(true);
    }

    @Override
    public void reconnect() {}

    @Override
    public void close() {}
  }

  /** Each random wait is as long as it may be. */
  private static final class LongestWait implements RandomGenerator {
    @Override
    public long nextLong() {
      return 0;
    }

    @Override
    public long nextLong(long origin, long bound) {
      return bound - 1;
    }
  }
}
