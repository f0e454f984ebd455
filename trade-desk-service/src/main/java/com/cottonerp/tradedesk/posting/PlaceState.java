package com.cottonerp.tradedesk.posting;

import com.cottonerp.contracts.trade.v1.PostPlace;
import com.cottonerp.defaults.india.IndianState;
import com.cottonerp.defaults.india.IndianStates;
import com.cottonerp.defaults.india.ToldState;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of a place, whatever it is called: {@code gj}, {@code 24} and Gujarat are one. In India
 * it is kept by its name and its GST code; abroad as it was told. Pure.
 */
public final class PlaceState {
  private static final String INDIA = "IN";

  private PlaceState() {}

  /**
   * What somebody says of a place; empty when it tells no state, and abroad. Refuses a text that
   * names no state of India, and two that name different ones.
   *
   * @param pointer of the place, for refusals
   */
  static Optional<IndianState> told(PlaceBody body, String pointer) {
    return INDIA.equals(body.country())
        ? ToldState.of(body.stateCode(), body.state(), pointer)
        : Optional.empty();
  }

  /** What is known of a place by a code or a name; empty abroad, and when neither says it. */
  static Optional<IndianState> known(String country, String stateCode, String state) {
    return INDIA.equals(country)
        ? IndianStates.find(stateCode).or(() -> IndianStates.find(state)).map(IndianStates::today)
        : Optional.empty();
  }

  /** The code by which a place is searched for and compared; null when its state is not told. */
  public static String code(PostPlace place) {
    return known(place.country(), place.stateCode(), place.state())
        .map(IndianState::gstCode)
        .orElse(place.stateCode());
  }

  /** Whether two places of one country are told to be in different states. */
  public static boolean differ(PostPlace one, PostPlace other) {
    String code = code(one);
    String otherCode = code(other);
    if (code != null && otherCode != null) {
      return !code.equalsIgnoreCase(otherCode);
    }
    return one.state() != null
        && other.state() != null
        && !one.state().toLowerCase(Locale.ROOT).equals(other.state().toLowerCase(Locale.ROOT));
  }
}
