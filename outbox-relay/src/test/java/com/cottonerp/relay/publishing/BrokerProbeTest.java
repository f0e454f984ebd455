package com.cottonerp.relay.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokerProbeTest {
  private final BrokerProbe probe = new BrokerProbe(Duration.ofNanos(100), 0);

  @Test
  void one_question_at_a_time_is_asked_at_the_interval() {
    assertThat(probe.isDue(0)).isTrue();
    probe.asked();
    assertThat(probe.isDue(1_000)).isFalse();

    probe.answered(false, 1_000);

    assertThat(probe.isDue(1_099)).isFalse();
    assertThat(probe.isDue(1_100)).isTrue();
  }

  @Test
  void answers_that_turn_out_wrong_are_asked_for_less_and_less_often() {
    probe.answered(true, 0);
    assertThat(probe.isDue(199)).isFalse();
    assertThat(probe.isDue(200)).isTrue();

    probe.answered(true, 200);
    assertThat(probe.isDue(599)).isFalse();
    assertThat(probe.isDue(600)).isTrue();

    probe.believed();
    probe.answered(false, 600);
    assertThat(probe.isDue(700)).isTrue();
  }
}
