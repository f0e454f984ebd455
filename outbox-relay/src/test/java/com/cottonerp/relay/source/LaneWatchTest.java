package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.outbox.LaneFacts;
import com.cottonerp.relay.source.LaneState.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneWatchTest {
  private static final Optional<String> WORKING = Optional.empty();
  private static final Optional<String> PAUSED = Optional.of("no topic");

  private final LaneWatch watch = new LaneWatch(Duration.ofSeconds(30), Duration.ofSeconds(16));

  @Test
  void a_lane_moves_as_long_as_its_first_event_goes() {
    for (int second = 0; second < 100; second += 5) {
      assertThat(look(second, owned(second + 1), WORKING).state()).isEqualTo(State.MOVING);
    }
  }

  @Test
  void a_lane_whose_first_event_stays_has_stalled_whatever_the_reason() {
    assertThat(look(0, owned(7), WORKING).state()).isEqualTo(State.MOVING);
    assertThat(look(29, owned(7), WORKING).state()).isEqualTo(State.MOVING);

    LaneState stalled = look(31, owned(7), WORKING);

    assertThat(stalled.state()).isEqualTo(State.STALLED);
    assertThat(stalled.alarming()).isTrue();
    assertThat(stalled.reason()).contains("event 7", "31 s");
    assertThat(look(32, owned(8), WORKING).state()).isEqualTo(State.MOVING);
  }

  @Test
  void what_a_paused_source_has_is_paused_and_gets_its_time_again_afterwards() {
    look(0, owned(7), WORKING);
    assertThat(look(40, owned(7), PAUSED))
        .isEqualTo(new LaneState(5, State.PAUSED, "no topic", false));

    assertThat(look(50, owned(7), WORKING).state()).isEqualTo(State.MOVING);
    assertThat(look(71, owned(7), WORKING).state()).isEqualTo(State.STALLED);
  }

  @Test
  void a_lane_without_an_owner_alarms_when_a_take_over_should_have_been() {
    LaneFacts unowned = new LaneFacts(5, null, 7, 1, 0, 0);

    assertThat(look(0, unowned, WORKING).alarming()).isFalse();
    assertThat(look(15, unowned, WORKING).state()).isEqualTo(State.UNOWNED);
    assertThat(look(17, unowned, WORKING).alarming()).isTrue();
    assertThat(look(18, owned(7), WORKING).alarming()).isFalse();
  }

  @Test
  void what_cannot_go_is_blocked_or_waits_and_says_why() {
    assertThat(look(0, new LaneFacts(5, "replica", 0, 0, 2, 1), WORKING).state())
        .isEqualTo(State.BLOCKED);
    assertThat(look(1, new LaneFacts(5, "replica", 0, 0, 0, 1), WORKING).state())
        .isEqualTo(State.WAITING);
    assertThat(look(2, new LaneFacts(5, null, 0, 0, 0, 0), WORKING).state()).isEqualTo(State.IDLE);
  }

  private static LaneFacts owned(long firstReady) {
    return new LaneFacts(5, "replica", firstReady, 1, 0, 0);
  }

  private LaneState look(long second, LaneFacts facts, Optional<String> paused) {
    return watch.look(List.of(facts), paused, Duration.ofSeconds(second).toNanos()).get(0);
  }
}
