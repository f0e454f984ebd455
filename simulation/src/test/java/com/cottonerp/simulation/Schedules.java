package com.cottonerp.simulation;

import java.util.Optional;

/**
 * Plays schedules, one seed after the other. The same seed plays the same steps, so that a failing
 * schedule can be played again.
 */
public final class Schedules {
  /**
   * The number of schedules for the real rules; {@code -Dsimulation.schedules=10000000} plays
   * longer.
   */
  public static final long MANY = Long.getLong("simulation.schedules", 100_000);

  private static final long FIRST = Long.getLong("simulation.seed", 1);

  /** Whoever plays for hours reads after each so many schedules how far it is. */
  private static final long REPORT_EVERY = 1_000_000;

  private Schedules() {}

  /** One schedule, from its beginning until no work is left. */
  @FunctionalInterface
  public interface Schedule {
    /** Throws {@link Violation}, or an exception that the code under test must not throw. */
    void play(long seed, Trace trace);
  }

  /**
   * The first schedule that fails.
   *
   * @param played the number of played schedules, this schedule included
   */
  public record Found(long seed, long played, Throwable why, String steps) {
    @Override
    public String toString() {
      return "seed %d, schedule %d: %s%n%s".formatted(seed, played, why, steps);
    }
  }

  public static Optional<Found> firstFailure(Schedule schedule, long most) {
    return firstFailure(schedule, FIRST, most);
  }

  public static Optional<Found> firstFailure(Schedule schedule, long first, long most) {
    for (long played = 1; played <= most; played++) {
      long seed = first + played - 1;
      try {
        schedule.play(seed, Trace.OFF);
      } catch (RuntimeException | AssertionError failure) {
        return Optional.of(new Found(seed, played, failure, stepsOf(schedule, seed)));
      }
      if (played % REPORT_EVERY == 0) {
        System.out.printf("%d of %d schedules played, up to seed %d%n", played, most, seed);
      }
    }
    return Optional.empty();
  }

  private static String stepsOf(Schedule schedule, long seed) {
    Trace trace = Trace.on();
    try {
      schedule.play(seed, trace);
    } catch (RuntimeException | AssertionError again) {
      return trace + System.lineSeparator() + "  " + again;
    }
    return trace
        + System.lineSeparator()
        + "  It did not fail again: a step depends on more than the seed.";
  }
}
