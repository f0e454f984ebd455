package com.cottonerp.defaults.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next what {@code ?after=} must say to get the following page; null at the end
 */
public record Page<T>(List<T> items, String next) {
  public static final int MAX_LIMIT = 200;

  /** A list that a rule of the business keeps short, whole. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * Makes a page from up to {@code limit + 1} rows: the extra one only tells that there is more.
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, T> view, Function<R, String> cursor) {
    List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
    String next = rows.size() > limit ? cursor.apply(shown.get(limit - 1)) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
