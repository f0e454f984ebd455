package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.RelayConfig;
import com.cottonerp.relay.outbox.PendingEvents.Ring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchPaceTest {
  private static final long MS = 1_000_000;

  private static final Ring RUNNING = new Ring(1, 7, 9);
  private static final Ring ENDED = new Ring(1, 9, 12);

  private final FetchPace pace = new FetchPace(new DefaultPoll(), 0);

  @Test
  void a_ring_is_followed_by_fetches_at_doubling_delays_up_to_the_fallback() {
    pace.fetched(0);
    pace.looked(true, RUNNING, 100 * MS);

    List<Long> fetches = new ArrayList<>();
    for (long now = 100 * MS; now < 2_200 * MS; now += MS) {
      if (pace.isFetchDue(now)) {
        fetches.add(now / MS - 100);
        pace.fetched(now);
      }
    }

    assertThat(fetches).containsExactly(0L, 5L, 15L, 35L, 75L, 155L, 315L, 635L, 1135L, 1635L);
  }

  @Test
  void the_fetch_after_the_transaction_that_rang_has_ended_is_the_last_that_follows_the_ring() {
    pace.looked(true, RUNNING, 0);
    pace.fetched(0);

    pace.looked(false, ENDED, 5 * MS);

    assertThat(pace.isFetchDue(5 * MS)).isTrue();
    pace.fetched(5 * MS);
    pace.looked(false, ENDED, 10 * MS);
    assertThat(pace.isFetchDue(504 * MS)).isFalse();
    assertThat(pace.isFetchDue(505 * MS)).isTrue();
  }

  @Test
  void a_ring_of_a_transaction_that_has_ended_already_needs_one_fetch() {
    pace.looked(true, new Ring(1, 9, 9), 0);
    pace.fetched(0);

    pace.looked(false, ENDED, 5 * MS);

    assertThat(pace.isFetchDue(400 * MS)).isFalse();
  }

  @Test
  void a_fetch_is_due_at_the_fallback_without_any_ring() {
    pace.fetched(0);

    assertThat(pace.isFetchDue(499 * MS)).isFalse();
    assertThat(pace.isFetchDue(500 * MS)).isTrue();
  }

  @Test
  void the_bell_is_looked_at_more_often_after_a_ring() {
    pace.fetched(0);
    pace.looked(false, RUNNING, 0);
    assertThat(pace.patience(0)).isEqualTo(Duration.ofMillis(50));

    pace.looked(true, RUNNING, 20 * MS);
    pace.fetched(20 * MS);
    assertThat(pace.patience(20 * MS)).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void the_next_look_is_a_hundredth_of_the_silence_away_up_to_the_idle_delay() {
    pace.looked(true, new Ring(1, 9, 9), 0);

    assertThat(delayAfterSilenceOf(400)).isEqualTo(Duration.ofMillis(5));
    assertThat(delayAfterSilenceOf(1_000)).isEqualTo(Duration.ofMillis(10));
    assertThat(delayAfterSilenceOf(3_000)).isEqualTo(Duration.ofMillis(30));
    assertThat(delayAfterSilenceOf(60_000)).isEqualTo(Duration.ofMillis(50));
  }

  private Duration delayAfterSilenceOf(long millis) {
    pace.fetched(millis * MS);
    pace.looked(false, ENDED, millis * MS);
    return pace.patience(millis * MS);
  }

  @Test
  void a_ready_lane_makes_a_fetch_due() {
    pace.fetched(0);
    pace.laneBecameReady(3 * MS);

    assertThat(pace.isFetchDue(3 * MS)).isTrue();
    assertThat(pace.patience(4 * MS)).isZero();
  }

  @Test
  void what_rings_soon_after_a_fetch_that_found_all_there_was_goes_together() {
    pace.looked(true, ENDED, 0);
    pace.fetched(0);
    pace.found(true, 1 * MS);

    assertThat(pace.isLookDue(20 * MS)).isFalse();
    assertThat(pace.patience(1 * MS)).isEqualTo(Duration.ofMillis(20));
    pace.looked(true, ENDED, 10 * MS);
    pace.leftCanGo(12 * MS);
    assertThat(pace.isFetchDue(20 * MS)).isFalse();
    assertThat(pace.isFetchDue(21 * MS)).isTrue();
  }

  @Test
  void a_backlog_does_not_wait_for_more() {
    pace.looked(true, ENDED, 0);
    pace.fetched(0);
    pace.found(false, 1 * MS);
    pace.leftCanGo(2 * MS);

    assertThat(pace.isFetchDue(2 * MS)).isTrue();
  }

  @Test
  void who_was_quiet_does_not_wait() {
    pace.looked(true, ENDED, 0);
    pace.fetched(0);
    pace.found(true, 1 * MS);
    pace.looked(true, ENDED, 30 * MS);

    assertThat(pace.isFetchDue(30 * MS)).isTrue();
  }

  private record DefaultPoll() implements RelayConfig.Poll {
    @Override
    public Duration busy() {
      return Duration.ofMillis(5);
    }

    @Override
    public Duration idle() {
      return Duration.ofMillis(50);
    }

    @Override
    public Duration together() {
      return Duration.ofMillis(20);
    }

    @Override
    public Duration fallback() {
      return Duration.ofMillis(500);
    }
  }
}
