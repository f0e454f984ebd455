package com.cottonerp.runner.soak;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Numbers that must be given once each, without a gap. */
final class Numbers {
  private Numbers() {}

  /**
   * What is wrong with the numbers, in words.
   *
   * @param last the last number that the giver of the numbers knows
   */
  static Optional<String> gap(String what, List<History.Made> made, long last) {
    Set<Long> numbers =
        made.stream()
            .map(one -> Long.parseLong(one.number().replaceAll(".*\\D", "")))
            .collect(Collectors.toCollection(TreeSet::new));
    boolean gapless = numbers.size() == made.size() && last == made.size();
    return gapless
        ? Optional.empty()
        : Optional.of(
            "The numbers of %s: %d were given, %d different ones, and the last is %d: %s"
                .formatted(what, made.size(), numbers.size(), last, numbers));
  }
}
