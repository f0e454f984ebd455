package com.cottonerp.relay.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FetchQuotasTest {
  @Test
  void without_a_backlog_every_lane_has_its_share() {
    FetchQuotas quotas = FetchQuotas.share(lanes(64), 4000);

    assertThat(quotas.byLane()).hasSize(64);
    assertThat(quotas.complete()).isTrue();
  }

  @Test
  void lanes_with_a_backlog_take_turns_and_fresh_lanes_come_first() {
    List<Lane> lanes = lanes(10);
    lanes.subList(0, 8).forEach(FetchQuotasTest::growHungry);

    FetchQuotas first = FetchQuotas.share(lanes, 2100);
    assertThat(first.byLane().keySet()).contains(lanes.get(8), lanes.get(9)).hasSize(4);
    assertThat(first.complete()).isFalse();
    assertThat(first.byLane().values().stream().mapToInt(quota -> quota).sum()).isEqualTo(2100);

    first.byLane().forEach((lane, quota) -> lane.fetched(quota, quota, 1000));
    FetchQuotas second = FetchQuotas.share(lanes.subList(0, 8), 2000);
    assertThat(second.byLane().keySet()).doesNotContainAnyElementsOf(first.byLane().keySet());
  }

  @Test
  void a_lane_is_hungrier_after_each_full_fetch_and_modest_after_a_short_one() {
    Lane lane = lanes(1).get(0);
    int modest = lane.appetite();

    growHungry(lane);
    assertThat(lane.appetite()).isEqualTo(1000);

    lane.fetched(3, 1000, 1000);
    assertThat(lane.appetite()).isEqualTo(modest);
  }

  private static void growHungry(Lane lane) {
    for (int i = 0; i < 10; i++) {
      lane.fetched(lane.appetite(), lane.appetite(), 1000);
    }
  }

  private static List<Lane> lanes(int count) {
    return IntStream.range(0, count).mapToObj(number -> new Lane(number, 1, 0)).toList();
  }
}
