package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.relay.testkit.FakeBroker.Reaction;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AggregateOrderingIT extends RelayHarness {
  private static final int AGGREGATES = 2_000;
  private static final int EVENTS = 5;

  @Test
  void with_an_ordering_key_for_each_aggregate_many_requests_are_in_flight_at_a_time() {
    config.set("publish.ordering", "aggregate");
    broker.behave(Reaction.acceptAfter(Duration.ofMillis(20)));
    outbox.appendInterleaved(AGGREGATES, EVENTS);
    long start = System.nanoTime();
    startReplica();

    await().atMost(Duration.ofMinutes(2)).until(() -> outbox.pending() == 0);

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        "aggregate ordering, broker 20 ms: %d events/s, %d requests, at most %d in flight%n",
        AGGREGATES * EVENTS * 1000L / took.toMillis(),
        broker.requestCount(),
        broker.mostInFlight());
    assertThat(broker.mostInFlight()).isGreaterThan(64).isLessThanOrEqualTo(1024);
    assertThat(broker.firstOccurrences().values())
        .hasSize(AGGREGATES)
        .allSatisfy(
            seen -> assertThat(seen).isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList()));
  }
}
