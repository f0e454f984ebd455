package com.cottonerp.defaults.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowancesTest {
  private final AtomicLong now = new AtomicLong();

  private Allowances allowances(int perMinute, int atOnce, int most) {
    return new Allowances(perMinute, atOnce, now::get, most);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 5, Long.MIN_VALUE, -1})
  void some_may_come_at_once_and_then_as_many_as_come_back_with_time(long beginning) {
    now.set(beginning);
    Allowances allowances = allowances(60, 3, 10);
    IntStream.range(0, 3).forEach(one -> assertThat(allowances.take("a")).isZero());

    assertThat(allowances.take("a")).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofMillis(400));
    assertThat(allowances.take("a")).isEqualTo(Duration.ofMillis(600));
    pass(Duration.ofMillis(600));
    assertThat(allowances.take("a")).isZero();
    assertThat(allowances.take("a")).isPositive();
    pass(Duration.ofHours(1));
    IntStream.range(0, 3).forEach(one -> assertThat(allowances.take("a")).isZero());
    assertThat(allowances.take("a")).isPositive();
  }

  @Test
  void one_client_takes_nothing_from_another() {
    Allowances allowances = allowances(60, 1, 10);
    allowances.take("a");

    assertThat(allowances.take("a")).isPositive();
    assertThat(allowances.take("b")).isZero();
  }

  @Test
  void of_more_clients_than_are_remembered_the_rest_share_one_allowance() {
    Allowances allowances = allowances(60, 1, 2);
    assertThat(allowances.take("a")).isZero();
    assertThat(allowances.take("b")).isZero();
    assertThat(allowances.take("c")).isZero();

    assertThat(allowances.take("d")).isPositive();
    IntStream.range(0, 1_000).forEach(client -> allowances.take("client " + client));
    assertThat(allowances.clients()).isLessThanOrEqualTo(3);
  }

  @Test
  void who_asked_long_ago_is_forgotten_for_who_comes() {
    Allowances allowances = allowances(60, 1, 2);
    allowances.take("a");
    allowances.take("b");
    pass(Duration.ofSeconds(2));

    assertThat(allowances.take("c")).isZero();
    assertThat(allowances.take("d")).isZero();
    assertThat(allowances.clients()).isEqualTo(2);
  }
}
