package com.cottonerp.defaults.jobs;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps work that comes in turn to so many items a minute, evenly: an item that was quicker is
 * followed by a pause. Goes on where the work ran, so that sessions and transactions may follow.
 * Immutable.
 */
public final class Pace {
  private final Vertx vertx;
  private final Duration each;
  private final LongSupplier nanos;

  /**
   * @throws IllegalArgumentException when it is less than one a minute
   */
  public Pace(Vertx vertx, int perMinute) {
    this(vertx, perMinute, System::nanoTime);
  }

  Pace(Vertx vertx, int perMinute, LongSupplier nanos) {
    if (perMinute < 1) {
      throw new IllegalArgumentException("A pace is one item a minute at least");
    }
    this.vertx = vertx;
    this.each = Duration.ofMinutes(1).dividedBy(perMinute);
    this.nanos = nanos;
  }

  /** Works on one item, and pauses when it took less than its share of the minute. */
  public <T> Uni<T> item(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long begin = nanos.getAsLong();
              return work.get().onTermination().call(() -> pause(begin));
            });
  }

  private Uni<Void> pause(long begin) {
    long left = pauseMillis(Duration.ofNanos(nanos.getAsLong() - begin));
    return left == 0
        ? Uni.createFrom().voidItem()
        : Uni.createFrom().emitter(end -> vertx.setTimer(left, time -> end.complete(null)));
  }

  /** What is left of an item's share, rounded up. */
  long pauseMillis(Duration took) {
    return Math.max(0, each.minus(took).plusMillis(1).minusNanos(1).toMillis());
  }
}
