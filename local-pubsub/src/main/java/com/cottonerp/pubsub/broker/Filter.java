package com.cottonerp.pubsub.broker;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A subscription's filter over the attributes of messages: {@code attributes:key}, {@code
 * attributes.key = "value"}, {@code !=}, {@code hasPrefix(attributes.key, "value")}, {@code AND},
 * {@code OR}, {@code NOT} (or {@code -}) and parentheses.
 */
final class Filter {
  private static final int LONGEST = 256;

  private final Predicate<Map<String, String>> condition;

  private Filter(Predicate<Map<String, String>> condition) {
    this.condition = condition;
  }

  /** Refuses an invalid filter with INVALID_ARGUMENT. An empty filter accepts every message. */
  static Filter parse(String text) {
    if (text.isEmpty()) {
      return new Filter(attributes -> true);
    }
    if (text.length() > LONGEST) {
      throw Refusals.invalid("A filter has at most %d characters", LONGEST);
    }
    return new Filter(new FilterParser(text).parse());
  }

  boolean accepts(Map<String, String> attributes) {
    return condition.test(attributes);
  }
}
