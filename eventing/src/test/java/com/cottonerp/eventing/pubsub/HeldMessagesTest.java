package com.cottonerp.eventing.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldMessagesTest {
  private static final int MIB = 1 << 20;

  @Test
  void there_is_room_for_as_many_messages_as_allowed() {
    HeldMessages held = new HeldMessages(3, 100L * MIB);
    held.add("a", 10);
    held.add("b", 10);
    assertThat(held.room()).isEqualTo(1);

    held.add("c", 10);
    assertThat(held.room()).isZero();

    held.remove("b");
    held.remove("b");
    assertThat(held.room()).isEqualTo(1);
    assertThat(held.ackIds()).containsExactly("a", "c");
  }

  @Test
  void large_messages_leave_room_for_few_and_small_ones_for_more_and_more() {
    HeldMessages held = new HeldMessages(500, 10L * MIB);
    held.add("large", 5 * MIB);
    assertThat(held.room()).isEqualTo(1);

    held.remove("large");
    for (int i = 0; i < 100; i++) {
      held.add("small", 100);
    }

    assertThat(held.room()).isEqualTo(499);
  }

  @Test
  void when_the_bytes_are_used_up_there_is_no_room() {
    HeldMessages held = new HeldMessages(500, MIB);
    held.add("a", MIB);
    assertThat(held.room()).isZero();

    held.remove("a");
    assertThat(held.room()).isPositive();
    assertThat(held.isEmpty()).isTrue();
  }

  @Test
  void a_message_that_is_delivered_again_while_it_is_held_counts_once() {
    HeldMessages held = new HeldMessages(500, 2L * MIB);
    held.add("a", MIB);
    held.add("a", MIB);

    held.remove("a");

    assertThat(held.isEmpty()).isTrue();
    assertThat(held.room()).isEqualTo(2);
  }
}
