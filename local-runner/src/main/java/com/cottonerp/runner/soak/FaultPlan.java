package com.cottonerp.runner.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The endless sequence of faults: the same sequence for the same seed. Every kind comes once before
 * a kind comes again, so that a short soak meets many kinds. Not thread-safe.
 */
final class FaultPlan {
  private static final int SHORTEST_PAUSE = 500;
  private static final int LONGEST_PAUSE = 2_500;
  private static final int SHORTEST = 1_000;
  private static final int LONGEST = 6_000;
  private static final int COMPANY_OF = 2;
  private static final List<FaultKind> COMPANIONS =
      Arrays.stream(FaultKind.values()).filter(FaultKind::goesWithOthers).toList();

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
    FaultKind kind = deck.remove();
    return new PlannedFault(
        ++dealt,
        kind,
        companion(kind),
        between(SHORTEST_PAUSE, LONGEST_PAUSE),
        between(SHORTEST, LONGEST),
        chance.nextInt(1_000_000));
  }

  // Always draws, so that later draws do not depend on the kind.
  private Optional<FaultKind> companion(FaultKind kind) {
    FaultKind drawn = COMPANIONS.get(chance.nextInt(COMPANIONS.size()));
    boolean wanted = chance.nextInt(COMPANY_OF) == 0;
    return wanted && !kind.goesWithOthers() ? Optional.of(drawn) : Optional.empty();
  }

  private Duration between(int from, int to) {
    return Duration.ofMillis(from + chance.nextInt(to - from));
  }
}
