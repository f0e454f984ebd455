package com.cottonerp.defaults.lists;

import com.cottonerp.defaults.http.QueryEnum;
import com.cottonerp.defaults.paging.After;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order of a list: by an expression, then by id, so that no two things have the same place and
 * a page begins behind exactly one of them. Immutable.
 *
 * @param expression HQL, never null for any thing; null to sort by id alone
 * @param value of the expression, for a thing
 * @param parse reads what {@code value} has written
 */
public record Order<A>(
    String expression,
    boolean descending,
    Function<A, ?> value,
    Function<String, ? extends Comparable<?>> parse,
    Function<A, UUID> id) {
  private static final char SEPARATOR = '|';

  /**
   * @param asked the query parameter {@code order}; the newest first without one
   */
  public static <A> Order<A> byTime(String asked, Function<A, UUID> id) {
    TimeOrder order = QueryEnum.of(TimeOrder.class, "order", asked);
    return new Order<>(null, order != TimeOrder.OLDEST, null, null, id);
  }

  /**
   * @param asked the query parameter {@code order}; the newest first without one
   * @param expression of the value, in HQL
   */
  public static <A> Order<A> byValue(
      String asked, Function<A, UUID> id, String expression, Function<A, BigDecimal> value) {
    ValueOrder order = QueryEnum.of(ValueOrder.class, "order", asked);
    if (order == ValueOrder.HIGHEST || order == ValueOrder.LOWEST) {
      return new Order<>(
          expression,
          order == ValueOrder.HIGHEST,
          value.andThen(BigDecimal::toPlainString),
          Order::decimal,
          id);
    }
    return byTime(asked, id);
  }

  /** By a moment: for things whose ids do not tell when they were made. */
  public static <A> Order<A> byMoment(
      String asked, Function<A, UUID> id, String expression, Function<A, Instant> value) {
    TimeOrder order = QueryEnum.of(TimeOrder.class, "order", asked);
    return new Order<>(expression, order != TimeOrder.OLDEST, value, Instant::parse, id);
  }

  // WHY: a number in a cursor that somebody made may have a billion digits.
  private static BigDecimal decimal(String text) {
    if (!text.matches("-?\\d{1,20}(\\.\\d{1,20})?")) {
      throw After.refused();
    }
    return new BigDecimal(text);
  }

  /** What of a thing a cursor says. */
  String position(A thing) {
    return expression == null
        ? id.apply(thing).toString()
        : value.apply(thing) + String.valueOf(SEPARATOR) + id.apply(thing);
  }

  /**
   * The first of two lists that have this order, as one list; what is in both is there once.
   *
   * @param most how many
   */
  List<A> merged(List<A> one, List<A> other, int most) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    Map<UUID, A> each = new LinkedHashMap<>();
    Stream.of(one, other).flatMap(List::stream).forEach(thing -> each.put(id.apply(thing), thing));
    return each.values().stream().sorted(comparator()).limit(most).toList();
  }

  private Comparator<A> comparator() {
    // WHY the text: PostgreSQL compares ids by their bytes, Java as two numbers with a sign.
    Comparator<A> ascending = Comparator.comparing(thing -> id.apply(thing).toString());
    if (expression != null) {
      ascending = Comparator.comparing(this::comparable).thenComparing(ascending);
    }
    return descending ? ascending.reversed() : ascending;
  }

  @SuppressWarnings("unchecked")
  private Comparable<Object> comparable(A thing) {
    return (Comparable<Object>) parse.apply(String.valueOf(value.apply(thing)));
  }

  /** Only what comes behind a position. */
  void behind(String position, Conditions conditions) {
    if (position == null) {
      return;
    }
    String than = descending ? " < " : " > ";
    try {
      int end = position.lastIndexOf(SEPARATOR);
      UUID last = UUID.fromString(position.substring(end + 1));
      if (expression == null) {
        conditions.add("item.id" + than + ":lastId", "lastId", last);
      } else {
        conditions.add(
            "(" + expression + ", item.id)" + than + "(:lastValue, :lastId)",
            "lastValue",
            parse.apply(position.substring(0, Math.max(end, 0))));
        conditions.value("lastId", last);
      }
    } catch (IllegalArgumentException | DateTimeException made) {
      throw After.refused();
    }
  }

  String by() {
    String direction = descending ? " desc" : "";
    return (expression == null ? "" : expression + direction + ", ") + "item.id" + direction;
  }
}
