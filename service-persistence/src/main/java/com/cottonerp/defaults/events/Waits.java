package com.cottonerp.defaults.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks again and again until an answer is yes, with growing pauses. Between two questions a wait
 * holds nothing but its request; the number of waits is bounded, and what comes beyond is asked
 * once. Thread-safe.
 */
@ApplicationScoped
class Waits {
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 200;

  private final Vertx vertx;
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();

  Waits(
      Vertx vertx, MeterRegistry metrics, @ConfigProperty(name = "http.waiting-at-once") int most) {
    this.vertx = vertx;
    this.most = most;
    metrics.gauge("http_requests_waiting", waiting);
  }

  /**
   * @param abandoned whether nobody is interested any more
   * @return false when the answer was not yes in time
   */
  Uni<Boolean> until(Duration limit, BooleanSupplier abandoned, Supplier<Uni<Boolean>> question) {
    return question
        .get()
        .chain(
            yes -> {
              if (yes || limit.isZero()) {
                return Uni.createFrom().item(yes);
              }
              if (waiting.incrementAndGet() > most) {
                waiting.decrementAndGet();
                return Uni.createFrom().item(false);
              }
              long end = System.nanoTime() + limit.toNanos();
              return again(FIRST_PAUSE_MILLIS, end, abandoned, question)
                  .onTermination()
                  .invoke(waiting::decrementAndGet);
            });
  }

  private Uni<Boolean> again(
      long pause, long end, BooleanSupplier abandoned, Supplier<Uni<Boolean>> question) {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0 || abandoned.getAsBoolean()) {
      return Uni.createFrom().item(false);
    }
    return after(Math.min(pause, left))
        .chain(() -> question.get())
        .chain(
            yes ->
                yes
                    ? Uni.createFrom().item(true)
                    : again(Math.min(2 * pause, LONGEST_PAUSE_MILLIS), end, abandoned, question));
  }

  /** On the context of the caller, whose request the question belongs to. */
  private Uni<Void> after(long millis) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = vertx.getOrCreateContext();
              vertx.setTimer(
                  Math.max(1, millis),
                  timer -> context.runOnContext(nothing -> emitter.complete(null)));
            });
  }
}
