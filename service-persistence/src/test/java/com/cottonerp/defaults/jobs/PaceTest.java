package com.cottonerp.defaults.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void an_item_and_its_pause_take_its_share_of_a_minute() {
    Pace pace = new Pace(null, 600, System::nanoTime);

    assertThat(pace.pauseMillis(Duration.ZERO)).isEqualTo(100);
    assertThat(pace.pauseMillis(Duration.ofMillis(30))).isEqualTo(70);
    assertThat(pace.pauseMillis(Duration.ofNanos(99_900_000))).isEqualTo(1);
    assertThat(pace.pauseMillis(Duration.ofSeconds(2))).isZero();
  }

  @Test
  void items_that_succeed_and_items_that_fail_are_paused_after() {
    Vertx vertx = Vertx.vertx();
    try {
      Pace pace = new Pace(vertx, 1_200);
      long begin = System.nanoTime();
      for (Uni<String> work :
          List.of(
              Uni.createFrom().item("done"),
              Uni.createFrom().<String>failure(new IllegalStateException("broken")))) {
        pace.item(() -> work).onFailure().recoverWithNull().await().atMost(Duration.ofMinutes(1));
      }

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void a_pace_that_never_comes_to_an_end_is_refused() {
    assertThatThrownBy(() -> new Pace(null, 0)).hasMessageContaining("one item a minute");
  }
}
