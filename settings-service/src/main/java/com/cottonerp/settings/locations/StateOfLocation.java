package com.cottonerp.settings.locations;

import com.cottonerp.defaults.india.IndianAddress;
import com.cottonerp.defaults.india.IndianState;
import com.cottonerp.defaults.india.IndianStates;
import com.cottonerp.defaults.india.ToldState;
import com.cottonerp.defaults.problem.InvalidField;
import java.util.Map;

/**
 * The state of a place in India, by whatever code or name it was told, the region of the trade in
 * which it lies, and its PIN, which is of that state. Pure.
 *
 * @param code of ISO 3166-2 of today, without {@code IN-}
 */
record StateOfLocation(String code, String name, String region, String postalCode) {
  private static final String NO_REGION = "UNKNOWN";

  /** By GST code; the islands and the sea belong to none. */
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("08", "WEST"),
          Map.entry("24", "WEST"),
          Map.entry("26", "WEST"),
          Map.entry("27", "WEST"),
          Map.entry("30", "WEST"),
          Map.entry("29", "SOUTH"),
          Map.entry("32", "SOUTH"),
          Map.entry("33", "SOUTH"),
          Map.entry("34", "SOUTH"),
          Map.entry("36", "SOUTH"),
          Map.entry("37", "SOUTH"),
          Map.entry("01", "NORTH"),
          Map.entry("02", "NORTH"),
          Map.entry("03", "NORTH"),
          Map.entry("04", "NORTH"),
          Map.entry("05", "NORTH"),
          Map.entry("06", "NORTH"),
          Map.entry("07", "NORTH"),
          Map.entry("09", "NORTH"),
          Map.entry("38", "NORTH"),
          Map.entry("22", "CENTRAL"),
          Map.entry("23", "CENTRAL"),
          Map.entry("10", "EAST"),
          Map.entry("19", "EAST"),
          Map.entry("20", "EAST"),
          Map.entry("21", "EAST"),
          Map.entry("11", "NORTHEAST"),
          Map.entry("12", "NORTHEAST"),
          Map.entry("13", "NORTHEAST"),
          Map.entry("14", "NORTHEAST"),
          Map.entry("15", "NORTHEAST"),
          Map.entry("16", "NORTHEAST"),
          Map.entry("17", "NORTHEAST"),
          Map.entry("18", "NORTHEAST"));

  /**
   * Abroad it is what was told. Refuses what names no state of India, or two, or a PIN of another
   * one.
   */
  static StateOfLocation of(LocationBody body) {
    if (!body.isInIndia()) {
      return new StateOfLocation(body.stateCode(), body.state(), NO_REGION, body.postalCode());
    }
    IndianState state =
        ToldState.of(body.stateCode(), body.state(), "")
            .orElseThrow(() -> new InvalidField("/stateCode", "is needed in India").refused());
    boolean hasPin = body.postalCode() != null && !body.postalCode().isBlank();
    return new StateOfLocation(
        state.isoCode(),
        state.name(),
        REGIONS.getOrDefault(state.gstCode(), NO_REGION),
        hasPin ? IndianAddress.pin(body.postalCode(), state, "/postalCode") : null);
  }

  /** The code by which places of a state are kept; an unknown text as it is. */
  static String codeOf(String text) {
    return IndianStates.find(text).map(IndianStates::today).map(IndianState::isoCode).orElse(text);
  }
}
