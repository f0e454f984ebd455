package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration MIN = Duration.ofMillis(100);
  private static final Duration MAX = Duration.ofSeconds(60);

  private final Backoff backoff = new Backoff(MIN, MAX, RandomGenerator.getDefault());

  @Test
  void the_wait_is_random_between_the_minimum_and_a_ceiling_that_doubles_up_to_the_maximum() {
    for (int failures : new int[] {1, 2, 5, 9, 10, 31, 1_000_000}) {
      Duration ceiling = MIN.multipliedBy(1L << Math.min(failures, 20));
      for (int i = 0; i < 200; i++) {
        assertThat(backoff.after(failures))
            .isBetween(MIN, ceiling.compareTo(MAX) < 0 ? ceiling : MAX);
      }
    }
  }

  @Test
  void a_maximum_below_the_minimum_wins() {
    assertThat(new Backoff(MAX, MIN, RandomGenerator.getDefault()).after(1)).isEqualTo(MIN);
  }
}
