package com.cottonerp.pubsub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/**
 * One page of a list, sorted by name.
 *
 * @param nextToken the last name of the page; empty on the last page
 */
record Page<T>(List<T> items, String nextToken) {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST = 1_000;

  static <T> Page<T> of(
      NavigableMap<String, T> all, String after, int size, Predicate<String> wanted) {
    int limit = size <= 0 ? DEFAULT_SIZE : Math.min(size, LARGEST);
    List<T> items = new ArrayList<>();
    String last = "";
    for (var entry : all.tailMap(after, false).entrySet()) {
      if (!wanted.test(entry.getKey())) {
        continue;
      }
      if (items.size() == limit) {
        return new Page<>(items, last);
      }
      items.add(entry.getValue());
      last = entry.getKey();
    }
    return new Page<>(items, "");
  }
}
