package com.cottonerp.runner.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static final int MANY = 2_000;

  @Test
  void the_same_seed_gives_the_same_faults_in_the_same_order() {
    assertThat(faults(7)).isEqualTo(faults(7)).isNotEqualTo(faults(8));
  }

  @Test
  void every_kind_of_fault_comes_before_any_comes_again() {
    List<PlannedFault> first = faults(7).subList(0, FaultKind.values().length);

    assertThat(first).extracting(PlannedFault::kind).containsExactlyInAnyOrder(FaultKind.values());
  }

  @Test
  void the_same_seed_gives_each_desk_the_same_deals_and_other_desks_others() {
    assertThat(deals(7, 0))
        .isEqualTo(deals(7, 0))
        .isNotEqualTo(deals(8, 0))
        .isNotEqualTo(deals(7, 1));
  }

  @Test
  void deals_end_in_every_way_and_most_are_completed() {
    assertThat(deals(7, 0)).extracting(DealPlan::ending).contains(DealPlan.Ending.values());
    assertThat(deals(7, 0))
        .filteredOn(deal -> deal.ending() == DealPlan.Ending.COMPLETED)
        .hasSizeBetween(MANY / 3, MANY * 2 / 3);
  }

  private static List<PlannedFault> faults(long seed) {
    FaultPlan plan = new FaultPlan(seed);
    return Stream.generate(plan::next).limit(MANY).toList();
  }

  private static List<DealPlan> deals(long seed, int desk) {
    return IntStream.range(0, MANY).mapToObj(deal -> DealPlan.of(seed, desk, deal, 2, 2)).toList();
  }
}
