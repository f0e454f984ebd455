package com.cottonerp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The steps of a schedule as sentences. WHY off by default: most schedules pass and need no trace;
 * a failing schedule is played again from its seed, with the trace on.
 */
public final class Trace {
  public static final Trace OFF = new Trace(false);

  private final boolean on;
  private final List<String> steps = new ArrayList<>();

  private Trace(boolean on) {
    this.on = on;
  }

  static Trace on() {
    return new Trace(true);
  }

  public void add(long nanos, Supplier<String> step) {
    if (on) {
      steps.add("%12.3f ms  %s".formatted(nanos / 1e6, step.get()));
    }
  }

  @Override
  public String toString() {
    return String.join("\n", steps);
  }
}
