package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.lane.Lane;
import com.cottonerp.relay.lane.Tenures;
import com.cottonerp.relay.metrics.RelayMetrics;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.simulation.RelaySettings;
import com.google.api.core.SettableApiFuture;
import com.google.pubsub.v1.PublishResponse;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A key whose requests fail while the broker takes those of others, in virtual time. */
class PublishQueueTest {
  private static final int FAILURES = 9;
  private static final long TURN = Duration.ofMillis(100).toNanos();
  private static final long LONGEST_WAIT = Duration.ofSeconds(2).toNanos();

  private final Lane sick = Tenures.of(57);
  private final Lane well = Tenures.of(1);
  private final FlappingBroker broker = new FlappingBroker();
  private final PublishQueue queue =
      ModelBroker.queue(
          RelaySettings.ALL.get(0),
          new RelayMetrics(new CompositeMeterRegistry(), "partners"),
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
  private static final class FlappingBroker implements ModelBroker.Wire {
    private final List<Long> attempts = new ArrayList<>();
    private long now;

    @Override
    public void send(
        String orderingKey,
        List<ModelBroker.Sent> events,
        SettableApiFuture<PublishResponse> answer) {
      if (orderingKey.equals("lane-57")) {
        attempts.add(now);
        if (attempts.size() <= FAILURES) {
          answer.setException(new IllegalStateException("UNAVAILABLE"));
          return;
        }
      }
      PublishResponse.Builder response = PublishResponse.newBuilder();
      events.forEach(event -> response.addMessageIds("m"));
      answer.set(response.build());
    }

    @Override
    public boolean takesEvents() {
      return true;
    }
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
