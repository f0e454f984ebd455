package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keys by which an availability finds the requirements that its goods may be for: {@code IN/24} for
 * a state, {@code IN/none} for a place whose state is not known, {@code IN/any} for the country.
 * Never leaves out a requirement of the same country that may fit; whether it does is judged
 * afterwards.
 */
final class Reach {
  private static final String ANY = "any";
  private static final String NONE = "none";

  private Reach() {}

  static String[] of(List<PostPlace> wanted) {
    return wanted.stream()
        .flatMap(place -> Stream.of(key(place, place.stateCode()), key(place, ANY)))
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  /** One of them is enough. */
  static String[] from(PostPlace offered) {
    return offered.stateCode() == null
        ? new String[] {key(offered, ANY)}
        : new String[] {key(offered, offered.stateCode()), key(offered, null)};
  }

  /** The key of what is wanted in a state of India. */
  static String ofState(String code) {
    return "IN/" + code;
  }

  private static String key(PostPlace place, String state) {
    return place.country() + "/" + (state == null ? NONE : state);
  }
}
