package com.cottonerp.relay.publishing;

import static com.cottonerp.relay.publishing.FailureClass.ENVIRONMENT;
import static com.cottonerp.relay.publishing.FailureClass.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SendGateTest {
  private static final Duration PROBE = Duration.ofNanos(1000);

  private final SendGate gate =
      new SendGate(
          8, PROBE, new Backoff(Duration.ofNanos(100), PROBE, RandomGenerator.getDefault()), 0);
  private final Publication untried = new Publication(null, "lane-1", List.of(), 10);
  private final Publication tried = new Publication(null, "lane-2", List.of(), 10);

  SendGateTest() {
    tried.failed(0);
  }

  @Test
  void an_open_gate_admits_up_to_its_concurrency() {
    assertThat(gate.admits(untried, 7, 1)).isTrue();
    assertThat(gate.admits(untried, 8, 1)).isFalse();
  }

  @Test
  void a_single_failure_is_no_outage() {
    gate.failed(TRANSIENT, "gone", 1, 2);

    assertThat(gate.isOutage()).isFalse();
    assertThat(gate.admits(untried, 5, 3)).isTrue();
  }

  @Test
  void in_an_outage_one_request_probes_after_the_back_off_and_a_fresh_key_at_once() {
    outage();

    assertThat(gate.isOutage()).isTrue();
    assertThat(gate.admits(tried, 0, 20)).isFalse();
    assertThat(gate.admits(untried, 0, 20)).isTrue();
    assertThat(gate.admits(tried, 0, 20 + PROBE.toNanos())).isTrue();
    assertThat(gate.admits(tried, 1, 20 + PROBE.toNanos())).isFalse();
  }

  @Test
  void the_first_answer_ends_an_outage() {
    outage();

    assertThat(gate.answered()).isTrue();
    assertThat(gate.admits(tried, 7, 21)).isTrue();
    assertThat(gate.answered()).isFalse();
  }

  @Test
  void an_environment_error_pauses_with_its_reason_and_probes_after_the_interval() {
    gate.failed(ENVIRONMENT, "no such topic", 1, 10);

    assertThat(gate.pauseReason()).contains("no such topic");
    assertThat(gate.admits(untried, 0, 11)).isFalse();
    assertThat(gate.admits(untried, 0, 10 + PROBE.toNanos())).isTrue();
    assertThat(gate.answered()).isTrue();
    assertThat(gate.pauseReason()).isEmpty();
  }

  @Test
  void exhaustion_of_several_keys_halves_the_concurrency_once_per_round_and_successes_raise_it() {
    List.of("a", "b", "c", "d").forEach(key -> gate.exhausted(key, 5, 10));
    assertThat(gate.concurrency()).isEqualTo(4);

    List.of("a", "b", "c").forEach(key -> gate.exhausted(key, 9, 12));
    assertThat(gate.concurrency()).isEqualTo(4);

    List.of("a", "b", "c").forEach(key -> gate.exhausted(key, 12, 13));
    assertThat(gate.concurrency()).isEqualTo(2);

    for (int i = 0; i < 100; i++) {
      gate.answered();
    }
    assertThat(gate.concurrency()).isEqualTo(8);
  }

  @Test
  void exhaustion_of_one_or_two_keys_slows_no_other_down() {
    for (int i = 0; i < 100; i++) {
      gate.exhausted("hot", i, i);
      gate.exhausted("warm", i, i);
    }

    assertThat(gate.concurrency()).isEqualTo(8);
  }

  @Test
  void keys_that_are_exhausted_long_after_each_other_slow_no_other_down() {
    for (int i = 0; i < 100; i++) {
      long now = i * 2_000_000_000L;
      gate.exhausted("key-" + i, now, now);
    }

    assertThat(gate.concurrency()).isEqualTo(8);
  }

  @Test
  void while_all_is_refused_each_fresh_key_probes_once_at_once_and_then_one_at_the_interval() {
    gate.refusedAll("all are refused", 5, 10);
    assertThat(gate.pauseReason()).contains("all are refused");
    assertThat(gate.admits(untried, 1, 11)).isFalse();

    for (int probes = 0; probes < 64; probes++) {
      assertThat(gate.admits(untried, 0, 11)).isTrue();
      assertThat(gate.admits(tried, 0, 11)).isFalse();
      gate.refusedAll("refused", 11, 12);
    }

    assertThat(gate.admits(untried, 0, 13)).isFalse();
    assertThat(gate.admits(tried, 0, 12 + PROBE.toNanos())).isTrue();
    assertThat(gate.pauseReason()).contains("all are refused");
  }

  @Test
  void refusals_of_requests_that_were_sent_before_the_pause_are_no_probes() {
    gate.refusedAll("all are refused", 5, 10);

    for (int i = 0; i < 100; i++) {
      gate.refusedAll("refused", 6, 11);
    }

    assertThat(gate.admits(untried, 0, 12)).isTrue();
    assertThat(gate.admits(tried, 0, 10 + PROBE.toNanos())).isTrue();
  }

  @Test
  void a_source_that_fails_on_trial_has_been_broken_all_the_time() {
    gate.failed(ENVIRONMENT, "no permission", 1, 10);
    assertThat(gate.brokenFor(110)).contains(Duration.ofNanos(100));

    gate.reopenOnTrial();
    assertThat(gate.brokenFor(120)).isEmpty();
    gate.failed(ENVIRONMENT, "no permission", 121, 130);
    assertThat(gate.brokenFor(140)).contains(Duration.ofNanos(130));

    gate.answered();
    gate.failed(ENVIRONMENT, "no permission", 141, 150);
    assertThat(gate.brokenFor(160)).contains(Duration.ofNanos(10));
  }

  private void outage() {
    for (int i = 0; i < 3; i++) {
      gate.failed(TRANSIENT, "gone", i, 10 + i);
    }
  }
}
