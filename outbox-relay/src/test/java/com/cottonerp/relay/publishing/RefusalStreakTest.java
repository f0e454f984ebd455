package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalStreakTest {
  private final RefusalStreak streak = new RefusalStreak(3);

  @Test
  void one_aggregate_is_no_fault_of_the_topic_however_often_it_is_refused() {
    UUID sick = UUID.randomUUID();

    for (int i = 0; i < 100; i++) {
      assertThat(streak.refused(sick)).isFalse();
    }
  }

  @Test
  void different_aggregates_are_until_one_is_accepted() {
    assertThat(streak.refused(UUID.randomUUID())).isFalse();
    assertThat(streak.refused(UUID.randomUUID())).isFalse();
    assertThat(streak.refused(UUID.randomUUID())).isTrue();
    assertThat(streak.refused(UUID.randomUUID())).isTrue();

    streak.accepted();

    assertThat(streak.isAFault()).isFalse();
    assertThat(streak.refused(UUID.randomUUID())).isFalse();
  }
}
