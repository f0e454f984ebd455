package com.cottonerp.relay.source;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FirstEventIT extends RelayHarness {
  @Test
  void the_first_event_that_an_outbox_ever_has_is_published_at_once() {
    startReplica();
    awaitLanes(replicas.get(0), 64);
    await().atMost(PATIENCE).until(() -> metrics.find("outbox.fetch").timer().count() > 20);

    outbox.append(UUID.randomUUID(), 1);

    await().atMost(Duration.ofSeconds(5)).until(() -> broker.messageCount() == 1);
  }
}
