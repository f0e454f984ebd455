package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.posting.GridCell;
import com.cottonerp.tradedesk.posting.PlaceState;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keys by which an availability finds the requirements that its goods may be for: {@code IN/24} for
 * a state, {@code IN@22070} for a square of {@link GridCell}, {@code IN/none} for a place that
 * takes goods of every state, {@code IN/any} for the country. Never leaves out a requirement of the
 * same country that may fit; whether it does is judged afterwards.
 */
final class Reach {
  private static final String ANY = "any";
  private static final String NONE = "none";

  private Reach() {}

  /**
   * @param otherStates whether goods may lie in any state
   */
  static String[] of(List<PostPlace> wanted, boolean otherStates) {
    return wanted.stream()
        .flatMap(place -> keys(place, SearchArea.of(List.of(place), otherStates)))
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  private static Stream<String> keys(PostPlace place, SearchArea area) {
    Stream<String> byState =
        Stream.concat(
            area.states().stream().map(state -> key(place, state)),
            area.anywhere()
                ? Stream.of(key(place, ANY), key(place, NONE))
                : Stream.of(key(place, ANY)));
    return Stream.concat(byState, area.cells().stream().map(cell -> cellKey(place, cell)));
  }

  /** One of them is enough. */
  static String[] from(PostPlace offered) {
    String state = PlaceState.code(offered);
    if (state == null) {
      return new String[] {key(offered, ANY)};
    }
    Integer cell = GridCell.of(offered);
    return cell == null
        ? new String[] {key(offered, state), key(offered, NONE)}
        : new String[] {key(offered, state), key(offered, NONE), cellKey(offered, cell)};
  }

  /** The key of what is wanted in a state of India. */
  static String ofState(String code) {
    return "IN/" + code;
  }

  private static String key(PostPlace place, String state) {
    return place.country() + "/" + state;
  }

  private static String cellKey(PostPlace place, int cell) {
    return place.country() + "@" + cell;
  }
}
