package com.cottonerp.eventing.inbox;

import io.quarkus.runtime.util.ExceptionUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Says which failures are logged with their stack trace: the first of a kind in a minute. What
 * fails for one event fails for thousands, and a stack trace has some hundred lines. Thread-safe.
 */
@ApplicationScoped
class StackTraces {
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int MOST_KINDS = 100;

  private final Map<String, Long> shown = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  StackTraces() {
    this(System::nanoTime);
  }

  StackTraces(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * The failure when its stack trace is to be logged. Data that cannot be read has none to tell of.
   */
  Optional<Throwable> worthLogging(Projection projection, Throwable failure) {
    if (failure instanceof UnreadableDataException) {
      return Optional.empty();
    }
    String kind = projection.name() + " " + kindOf(failure);
    long now = nanos.getAsLong();
    if (shown.size() >= MOST_KINDS) {
      shown.values().removeIf(at -> now - at >= PAUSE_NANOS);
    }
    boolean[] first = new boolean[1];
    shown.compute(
        kind,
        (same, at) -> {
          first[0] = at == null ? shown.size() < MOST_KINDS : now - at >= PAUSE_NANOS;
          return first[0] ? Long.valueOf(now) : at;
        });
    return first[0] ? Optional.of(failure) : Optional.empty();
  }

  private static String kindOf(Throwable failure) {
    Throwable root = ExceptionUtil.getRootCause(failure);
    StackTraceElement[] calls = root.getStackTrace();
    return root.getClass().getName() + (calls.length == 0 ? "" : " " + calls[0]);
  }
}
