package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays the planned faults one at a time, and measures the recovery from each fault. */
final class FaultInjector {
  private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
  private final Stalls stalls;
  private final History history;
  private final CountDownLatch never = new CountDownLatch(1);

  FaultInjector(Stalls stalls, History history) {
    this.stalls = stalls;
    this.history = history;
  }

  void add(Map<FaultKind, Fault> some) {
    faults.putAll(some);
  }

  /** Returns when the fault has ended and the events committed before its end are published. */
  void play(PlannedFault planned) throws InterruptedException {
    pass(planned.pause());
    history.note("begins: " + planned);
    // The companion begins first: the broker must answer that request, and may be away afterwards.
    planned.companion().ifPresent(kind -> begin(planned, kind));
    begin(planned, planned.kind());
    try {
      pass(planned.length());
    } finally {
      end(planned, planned.kind());
      planned.companion().ifPresent(kind -> end(planned, kind));
      history.note("ends: " + planned);
    }
    stalls.measure(planned);
  }

  private void begin(PlannedFault planned, FaultKind kind) {
    try {
      faults.get(kind).begin(planned.choice());
    } catch (Exception refused) {
      stalls.notDone(planned, kind + " did not begin: " + refused);
    }
  }

  private void end(PlannedFault planned, FaultKind kind) {
    try {
      faults.get(kind).end(planned.choice());
    } catch (Exception refused) {
      stalls.notDone(planned, kind + " did not end: " + refused);
    }
  }

  // The only fixed wait: the length of a fault.
  private void pass(Duration time) throws InterruptedException {
    never.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
