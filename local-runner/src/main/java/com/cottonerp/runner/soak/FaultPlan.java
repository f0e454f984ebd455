package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong, one after the other, without an end: the same for the same seed. Every kind
 * comes once before any comes again, so that a short soak meets many. Not thread-safe.
 */
final class FaultPlan {
  private static final int SHORTEST_PAUSE = 500;
  private static final int LONGEST_PAUSE = 2_500;
  private static final int SHORTEST = 1_000;
  private static final int LONGEST = 6_000;

  private final Random chance;
  private final Deque<FaultKind> deck = new ArrayDeque<>();
  private int dealt;

  FaultPlan(long seed) {
    this.chance = new Random(seed);
  }

  PlannedFault next() {
    if (deck.isEmpty()) {
      List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
      Collections.shuffle(kinds, chance);
      deck.addAll(kinds);
    }
    return new PlannedFault(
        ++dealt,
        deck.remove(),
        between(SHORTEST_PAUSE, LONGEST_PAUSE),
        between(SHORTEST, LONGEST),
        chance.nextInt(1_000_000));
  }

  private Duration between(int from, int to) {
    return Duration.ofMillis(from + chance.nextInt(to - from));
  }
}
