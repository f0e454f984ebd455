package com.cottonerp.defaults.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Waits waits = new Waits(vertx, metrics, 1);
  private final AtomicBoolean there = new AtomicBoolean();
  private final AtomicBoolean gone = new AtomicBoolean();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_wait_ends_when_the_answer_is_yes() {
    CompletableFuture<Boolean> waiting = wait(LONG);
    assertThat(waitingNow()).isEqualTo(1);

    there.set(true);

    assertThat(waiting.join()).isTrue();
    assertThat(waitingNow()).isZero();
  }

  @Test
  void a_wait_ends_with_its_time_and_is_asked_a_last_time_then() {
    AtomicInteger asked = new AtomicInteger();

    assertThat(wait(Duration.ofMillis(50), asked).join()).isFalse();

    assertThat(asked).hasValueGreaterThan(1);
    assertThat(waitingNow()).isZero();
  }

  @Test
  void a_wait_ends_when_its_client_is_gone() {
    CompletableFuture<Boolean> waiting = wait(LONG);

    gone.set(true);

    assertThat(waiting.join()).isFalse();
  }

  @Test
  void who_comes_when_all_places_are_taken_is_answered_at_once() {
    CompletableFuture<Boolean> first = wait(LONG);

    assertThat(wait(LONG).join()).isFalse();
    there.set(true);
    assertThat(first.join()).isTrue();
    there.set(false);

    CompletableFuture<Boolean> next = wait(LONG);
    assertThat(waitingNow()).isEqualTo(1);
    there.set(true);
    assertThat(next.join()).isTrue();
  }

  @Test
  void a_wait_of_nothing_asks_once() {
    AtomicInteger asked = new AtomicInteger();

    assertThat(wait(Duration.ZERO, asked).join()).isFalse();

    assertThat(asked).hasValue(1);
  }

  private CompletableFuture<Boolean> wait(Duration limit) {
    return wait(limit, new AtomicInteger());
  }

  private CompletableFuture<Boolean> wait(Duration limit, AtomicInteger asked) {
    return waits
        .until(
            limit,
            gone::get,
            () -> {
              asked.incrementAndGet();
              return Uni.createFrom().item(there::get);
            })
        .subscribeAsCompletionStage();
  }

  private double waitingNow() {
    return metrics.get("http_requests_waiting").gauge().value();
  }
}
