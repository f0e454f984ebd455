package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatencyIT extends RelayHarness {
  @Test
  void an_event_reaches_the_broker_in_tens_of_milliseconds() {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    List<Long> micros = new ArrayList<>();

    for (int i = 0; i < 100; i++) {
      int expected = broker.messageCount() + 1;
      outbox.append(UUID.randomUUID(), 1);
      long committed = System.nanoTime();
      await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofNanos(200_000))
          .until(() -> broker.messageCount() == expected);
      micros.add((System.nanoTime() - committed) / 1000);
    }

    micros.sort(null);
    System.out.printf(
        "commit to broker: p50 %d us, p95 %d us, max %d us%n",
        micros.get(50), micros.get(95), micros.get(99));
    assertThat(micros.get(50)).isLessThan(100_000);
  }
}
