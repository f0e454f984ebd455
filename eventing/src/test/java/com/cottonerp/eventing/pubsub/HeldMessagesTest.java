package com.cottonerp.eventing.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldMessagesTest {
  private static final int MIB = 1 << 20;
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void there_is_room_for_as_many_messages_as_allowed() {
    HeldMessages held = new HeldMessages(3, 100L * MIB);
    held.add("a", "ack-a", 10, 0);
    held.add("b", "ack-b", 10, 0);
    assertThat(held.room()).isEqualTo(1);

    held.add("c", "ack-c", 10, 0);
    assertThat(held.room()).isZero();

    held.remove("b");
    assertThat(held.room()).isEqualTo(1);
    assertThat(held.ackIds(HOUR, 0)).containsExactly("ack-a", "ack-c");
  }

  @Test
  void large_messages_leave_room_for_few_and_small_ones_for_more_and_more() {
    HeldMessages held = new HeldMessages(500, 10L * MIB);
    held.add("large", "ack-large", 5 * MIB, 0);
    assertThat(held.room()).isEqualTo(1);

    held.remove("large");
    for (int i = 0; i < 100; i++) {
      held.add("small", "ack-small", 100, 0);
    }

    assertThat(held.room()).isEqualTo(499);
  }

  @Test
  void when_the_bytes_are_used_up_there_is_no_room() {
    HeldMessages held = new HeldMessages(500, MIB);
    held.add("a", "ack-a", MIB, 0);
    assertThat(held.room()).isZero();

    held.remove("a");
    assertThat(held.room()).isPositive();
    assertThat(held.isEmpty()).isTrue();
  }

  @Test
  void a_message_that_is_delivered_again_while_it_is_held_counts_once() {
    HeldMessages held = new HeldMessages(500, 2L * MIB);
    assertThat(held.add("a", "first", MIB, 0)).isTrue();
    assertThat(held.add("a", "second", MIB, 0)).isFalse();

    assertThat(held.remove("a")).isEqualTo("second");
    assertThat(held.isEmpty()).isTrue();
    assertThat(held.room()).isEqualTo(2);
  }

  @Test
  void a_deadline_is_extended_up_to_a_bound_from_the_first_delivery_on() {
    HeldMessages held = new HeldMessages(500, MIB);
    held.add("a", "first", 10, 0);
    held.add("b", "only", 10, HOUR.toNanos() / 2);
    held.add("a", "second", 10, HOUR.toNanos() / 2);

    assertThat(held.ackIds(HOUR, HOUR.toNanos() - 1)).containsExactly("second", "only");
    assertThat(held.ackIds(HOUR, HOUR.toNanos())).containsExactly("only");
  }
}
