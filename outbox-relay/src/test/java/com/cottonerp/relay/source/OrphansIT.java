package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows of the queue without an event: an old relay's replay made such rows during a sweep. */
class OrphansIT extends RelayHarness {
  @Test
  void rows_without_an_event_hold_up_nothing_and_are_removed() {
    UUID partner = UUID.randomUUID();
    outbox.append(partner, 60);
    outbox.run("DELETE FROM outbox_event");
    outbox.append(partner, 2);
    startReplica();

    await().atMost(PATIENCE).until(() -> broker.messageCount() == 2);
    awaitDrained();

    assertThat(metric("outbox.orphans.removed")).isEqualTo(60);
    assertThat(outbox.count("PUBLISHED")).isEqualTo(2);
  }
}
