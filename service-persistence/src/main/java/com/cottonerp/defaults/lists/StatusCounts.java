package com.cottonerp.defaults.lists;

import java.util.List;

/**
 * How many things of a list there are, by status.
 *
 * @param items a status that nothing has is left out; the most frequent first
 * @param total the sum
 */
public record StatusCounts(List<StatusCount> items, long total) {
  /**
   * @param status as in the list
   */
  public record StatusCount(String status, long count) {}

  static StatusCounts of(List<Object[]> rows) {
    List<StatusCount> items =
        rows.stream().map(row -> new StatusCount(row[0].toString(), (Long) row[1])).toList();
    return new StatusCounts(items, items.stream().mapToLong(StatusCount::count).sum());
  }
}
