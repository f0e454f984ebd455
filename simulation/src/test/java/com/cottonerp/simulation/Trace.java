package com.cottonerp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The steps of a schedule as sentences. WHY off at first: a schedule that fails is played again
 * with it, which its seed makes the same, and all others pay nothing for it.
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
