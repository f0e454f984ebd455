package com.cottonerp.defaults.http;

import com.cottonerp.defaults.problem.InvalidField;
import java.util.Arrays;

/** A query parameter that is one of a few words, spelled as bodies spell them. */
public final class QueryEnum {
  private QueryEnum() {}

  /**
   * Refuses with 422 any other word.
   *
   * @param parameter its name, for the refusal
   * @param text null when it is not given
   * @return null when it is not given
   */
  public static <E extends Enum<E>> E of(Class<E> type, String parameter, String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidField(
                        "/" + parameter, "is one of " + Arrays.toString(type.getEnumConstants()))
                    .refused());
  }
}
