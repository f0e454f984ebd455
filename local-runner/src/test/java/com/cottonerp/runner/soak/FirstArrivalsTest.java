package com.cottonerp.runner.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the soak's observers keep of the messages, and what they find in it. */
class FirstArrivalsTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final FirstArrivals arrivals = new FirstArrivals();

  @Test
  void events_that_come_again_are_in_order() {
    arrives(1, ONE, 1);
    arrives(2, OTHER, 1);
    arrives(3, ONE, 2);
    arrives(4, ONE, 1);

    assertThat(arrivals.outOfOrder()).isEmpty();
  }

  @Test
  void a_replay_leaves_nothing_behind() {
    for (int replay = 0; replay < 100; replay++) {
      arrives(2 * replay + 1, ONE, 1);
      arrives(2 * replay + 2, ONE, 2);
    }

    assertThat(arrivals.all())
        .extracting(FirstArrivals.Arrival::messageId)
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(arrivals.events()).hasSize(2);
  }

  @Test
  void an_event_that_comes_before_an_earlier_one_is_found() {
    arrives(1, ONE, 1);
    arrives(2, ONE, 3);
    arrives(3, ONE, 2);
    arrives(4, ONE, 3);

    assertThat(arrivals.outOfOrder())
        .singleElement()
        .asString()
        .contains("messageId=2", "came after sequence 1");
  }

  @Test
  void the_order_is_that_of_the_broker_not_that_of_the_arrival() {
    arrives(3, ONE, 2);
    arrives(2, ONE, 2);
    arrives(1, ONE, 1);

    assertThat(arrivals.outOfOrder()).isEmpty();
  }

  @Test
  void an_event_that_came_as_a_tombstone_is_both() {
    arrivals.keep(new FirstArrivals.Arrival(1, new UUID(1, 1), ONE, 1, true));

    assertThat(arrivals.tombstones()).containsExactly(new UUID(1, 1));
    assertThat(arrivals.events()).containsExactly(new UUID(1, 1));
  }

  private void arrives(long messageId, UUID aggregate, long sequence) {
    UUID event = new UUID(aggregate.getLeastSignificantBits(), sequence);
    arrivals.keep(new FirstArrivals.Arrival(messageId, event, aggregate, sequence, false));
  }
}
