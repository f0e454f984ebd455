package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Brings about what is planned, one fault at a time, and measures how long it takes to recover. */
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

  /** Returns when it has ended, and what had been committed before is published. */
  void play(PlannedFault planned) throws InterruptedException {
    pass(planned.pause());
    Fault fault = faults.get(planned.kind());
    history.note("begins: " + planned);
    try {
      fault.begin(planned.choice());
      pass(planned.length());
    } catch (InterruptedException interrupted) {
      throw interrupted;
    } catch (Exception refused) {
      stalls.notDone(planned, "did not begin: " + refused);
    } finally {
      end(planned, fault);
    }
    stalls.measure(planned);
  }

  private void end(PlannedFault planned, Fault fault) {
    try {
      fault.end(planned.choice());
    } catch (Exception refused) {
      stalls.notDone(planned, "did not end: " + refused);
    }
    history.note("ends: " + planned);
  }

  // The length of a fault is all that is waited for.
  private void pass(Duration time) throws InterruptedException {
    never.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
