package com.cottonerp.runner.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The soak's checks find violations. */
class FindingsTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  @Test
  void events_that_come_again_are_in_order() {
    assertThat(
            TopicLog.outOfOrder(
                List.of(
                    arrival(1, ONE, 1),
                    arrival(2, OTHER, 1),
                    arrival(3, ONE, 2),
                    arrival(4, ONE, 1))))
        .isEmpty();
  }

  @Test
  void an_event_that_comes_before_an_earlier_one_is_found() {
    assertThat(
            TopicLog.outOfOrder(
                List.of(arrival(1, ONE, 1), arrival(2, ONE, 3), arrival(3, ONE, 2))))
        .singleElement()
        .asString()
        .contains("messageId=2", "came after sequence 1");
  }

  @Test
  void the_order_is_that_of_the_broker_not_that_of_the_arrival() {
    assertThat(TopicLog.outOfOrder(List.of(arrival(2, ONE, 2), arrival(1, ONE, 1)))).isEmpty();
  }

  @Test
  void each_number_once_and_none_left_out_is_fine() {
    assertThat(Numbers.gap("trades", made("TR-2026-00002", "TR-2026-00001"), 2)).isEmpty();
  }

  @Test
  void a_number_that_was_taken_and_told_nobody_is_found() {
    assertThat(Numbers.gap("trades", made("TR-2026-00001", "TR-2026-00003"), 3)).isPresent();
  }

  @Test
  void a_number_that_was_given_twice_is_found() {
    assertThat(Numbers.gap("trades", made("TR-2026-00001", "TR-2026-00001"), 2)).isPresent();
  }

  private static TopicLog.Arrival arrival(long messageId, UUID aggregate, long sequence) {
    return new TopicLog.Arrival(messageId, new UUID(1, sequence), aggregate, sequence, false);
  }

  private static List<History.Made> made(String... numbers) {
    return java.util.Arrays.stream(numbers).map(number -> new History.Made("id", number)).toList();
  }
}
