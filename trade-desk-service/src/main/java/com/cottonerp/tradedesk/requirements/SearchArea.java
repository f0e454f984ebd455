package com.cottonerp.tradedesk.requirements;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.tradedesk.posting.GridCell;
import com.cottonerp.tradedesk.posting.PlaceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where goods may lie, for the search in the database: never leaves out a place that may fit.
 * Whether it does is judged afterwards. Pure.
 *
 * @param anywhere whether it is the whole of each country
 * @param states the states of the delivery places
 * @param cells the squares of {@link GridCell} within a greatest distance that the buyer gave
 */
public record SearchArea(boolean anywhere, Set<String> states, Set<Integer> cells) {

  /**
   * @param otherStates whether goods may lie in any state
   */
  static SearchArea of(List<PostPlace> wanted, boolean otherStates) {
    boolean anywhere = false;
    Set<String> states = new TreeSet<>();
    Set<Integer> cells = new TreeSet<>();
    for (PostPlace place : wanted) {
      String state = PlaceState.code(place);
      Optional<Set<Integer>> near = cellsAround(place);
      anywhere |= otherStates || state == null || near.isEmpty();
      if (state != null) {
        states.add(state);
      }
      near.ifPresent(cells::addAll);
    }
    return new SearchArea(anywhere, states, cells);
  }

  /** None when the state decides; empty when the distance is too great to be narrowed. */
  private static Optional<Set<Integer>> cellsAround(PostPlace place) {
    return place.maxDistanceKm() == null || !GridCell.hasCoordinates(place)
        ? Optional.of(Set.of())
        : GridCell.within(place, place.maxDistanceKm());
  }
}
