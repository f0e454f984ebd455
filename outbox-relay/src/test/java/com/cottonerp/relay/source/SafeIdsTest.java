package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.relay.outbox.PendingEvents.Ring;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SafeIdsTest {
  private final SafeIds ids = new SafeIds();

  @Test
  void an_id_is_safe_once_all_transactions_have_ended_that_began_until_a_moment_after_it() {
    look(0, 10, 100, 105);
    look(999, 12, 105, 106);
    assertThat(ids.safe()).isZero();

    look(1_000, 12, 105, 107);
    assertThat(ids.safe()).isZero();

    look(1_020, 12, 107, 107);
    assertThat(ids.safe()).isEqualTo(10);

    look(2_500, 12, 110, 110);
    assertThat(ids.safe()).isEqualTo(12);
  }

  @Test
  void a_transaction_that_stays_open_holds_back_what_was_taken_since() {
    for (int i = 1; i <= 10; i++) {
      look(i * 1_000, i * 10, 101, 100 + i);
    }
    assertThat(ids.safe()).isZero();
    assertThat(ids.recent()).isEqualTo(90);

    look(11_000, 100, 111, 111);
    assertThat(ids.safe()).isEqualTo(100);
  }

  @Test
  void however_many_looks_a_transaction_stays_open_later_ids_count_in_the_end() {
    for (int i = 1; i < 5_000; i++) {
      look(i * 20, i, 100, 100 + i);
    }
    look(100_000, 5_000, 9_000, 9_000);
    look(102_000, 5_000, 9_000, 9_000);

    assertThat(ids.safe()).isGreaterThan(4_900);
  }

  private void look(long millis, long id, long oldest, long next) {
    ids.looked(new Ring(id, oldest, next), Duration.ofMillis(millis).toNanos());
  }
}
