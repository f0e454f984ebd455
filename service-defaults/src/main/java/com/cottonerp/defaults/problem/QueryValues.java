package com.cottonerp.defaults.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Whether the text of a query parameter can be read as its type. Pure. */
final class QueryValues {
  private record Type(String expected, Consumer<String> read) {}

  private static final Type WHOLE = new Type("is a whole number", Integer::parseInt);
  private static final Type LONG = new Type("is a whole number", Long::parseLong);
  private static final Type TRUTH = new Type("is true or false", QueryValues::truth);

  /** Every other type is read by the operation, which refuses for itself. */
  private static final Map<Class<?>, Type> TYPES =
      Map.of(
          UUID.class, new Type("is an id: a UUID", UUID::fromString),
          LocalDate.class, new Type("is a day such as 2026-03-01", LocalDate::parse),
          int.class, WHOLE,
          Integer.class, WHOLE,
          long.class, LONG,
          Long.class, LONG,
          boolean.class, TRUTH,
          Boolean.class, TRUTH);

  private QueryValues() {}

  /** What is expected instead; empty when the text can be read. */
  static Optional<String> fault(String text, Class<?> type) {
    Type known = TYPES.get(type);
    if (known == null) {
      return Optional.empty();
    }
    try {
      known.read().accept(text);
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return Optional.of(known.expected());
    }
  }

  private static void truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
  }
}
