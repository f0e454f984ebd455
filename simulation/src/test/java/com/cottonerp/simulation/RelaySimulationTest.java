package com.cottonerp.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of the relay hold in every schedule, and the checks notice each broken rule. */
class RelaySimulationTest {
  private static final long ENOUGH = 20_000;

  @Test
  void G1_G3_G13_events_arrive_in_order_and_completely_whatever_the_replicas_and_the_broker_do() {
    assertThat(Schedules.firstFailure(RelayWorld.schedule(RelayVariant.REAL), Schedules.MANY))
        .isEmpty();
  }

  @Test
  void leases_without_an_epoch_let_a_replica_send_in_the_name_of_another() {
    assertIsCaught(RelayVariant.NO_EPOCH, "whose lane is leased to");
  }

  @Test
  void settling_before_the_acknowledgement_is_noticed() {
    assertIsCaught(RelayVariant.SETTLE_BEFORE_ACK, "is settled and not acknowledged");
  }

  @Test
  void leases_by_the_clock_of_each_replica_are_taken_from_their_owners() {
    assertIsCaught(RelayVariant.LEASE_BY_OWN_CLOCK, "whose lane is leased to");
  }

  @Test
  void leases_without_a_row_lock_give_a_lane_to_two_replicas() {
    assertIsCaught(RelayVariant.LEASE_WITHOUT_LOCK, "whose lane is leased to");
  }

  @Test
  void two_requests_of_a_key_in_flight_change_the_order() {
    assertIsCaught(RelayVariant.TWO_REQUESTS_PER_KEY, "G3");
  }

  @Test
  void without_the_turnstile_an_event_overtakes_the_one_before_it() {
    assertIsCaught(RelayVariant.NO_TURNSTILE, "G3");
  }

  private static void assertIsCaught(RelayVariant variant, String by) {
    Schedules.Found found =
        Schedules.firstFailure(RelayWorld.schedule(variant), ENOUGH).orElseThrow();
    System.out.printf(
        "%s is caught by seed %d after %d schedules: %s%n",
        variant, found.seed(), found.played(), found.why().getMessage());
    assertThat(found.why()).isInstanceOf(Violation.class).hasMessageContaining(by);
  }
}
