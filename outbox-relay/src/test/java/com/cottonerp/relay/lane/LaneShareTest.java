package com.cottonerp.relay.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneShareTest {
  @Test
  void shares_cover_all_lanes_whatever_the_number_of_replicas() {
    for (int replicas = 1; replicas <= 100; replicas++) {
      assertThat(new LaneShare(replicas).fair() * replicas).isGreaterThanOrEqualTo(64);
    }
  }

  @Test
  void a_replica_acquires_what_is_free_up_to_its_share() {
    assertThat(new LaneShare(2).toAcquire(0, 64)).isEqualTo(32);
    assertThat(new LaneShare(2).toAcquire(30, 1)).isEqualTo(1);
    assertThat(new LaneShare(2).toAcquire(32, 10)).isZero();
    assertThat(new LaneShare(0).toAcquire(0, 64)).isEqualTo(64);
  }

  @Test
  void a_replica_drains_what_is_above_its_share() {
    assertThat(new LaneShare(3).toDrain(64)).isEqualTo(42);
    assertThat(new LaneShare(3).toDrain(22)).isZero();
  }
}
