package com.cottonerp.pubsub.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still until the test moves the clock, with its loop. */
final class ManualTime implements Time {
  private final ArrayDeque<Runnable> soon = new ArrayDeque<>();
  private final List<Timer> timers = new ArrayList<>();
  private Instant now = Instant.parse("2025-07-01T09:30:00Z");
  private long nanos;

  private record Timer(long due, Runnable work) {}

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void soon(Runnable work) {
    soon.add(work);
  }

  @Override
  public Runnable after(long delay, Runnable work) {
    Timer timer = new Timer(nanos + delay, work);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  /** Runs the work of this moment. */
  void settle() {
    while (!soon.isEmpty()) {
      soon.poll().run();
    }
  }

  /** Moves the clock, and runs the work that becomes due. */
  void pass(Duration duration) {
    settle();
    long end = nanos + duration.toNanos();
    for (Timer next = next(end); next != null; next = next(end)) {
      timers.remove(next);
      advanceTo(next.due());
      next.work().run();
      settle();
    }
    advanceTo(end);
  }

  private Timer next(long end) {
    return timers.stream()
        .filter(timer -> timer.due() <= end)
        .min(Comparator.comparingLong(Timer::due))
        .orElse(null);
  }

  private void advanceTo(long reached) {
    now = now.plusNanos(Math.max(0, reached - nanos));
    nanos = Math.max(nanos, reached);
  }
}
