package com.cottonerp.defaults.india;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Postal index numbers: six digits, of which the first two or three say in which state they are.
 * Where a sorting district serves several states, each of them is right: a number is never refused
 * for a state where it may be. Pure.
 *
 * <p>Source: the PIN code directory of the Department of Posts (data.gov.in). Numbers that begin
 * with 9 are those of the Army Postal Service and say nothing of a state.
 */
public final class PinCodes {
  private static final Pattern PIN = Pattern.compile("[1-9][0-9]{5}");

  /** Which states the first two digits may be in, by GST code. */
  private static final Map<String, Set<String>> ZONES =
      Map.ofEntries(
          Map.entry("11", Set.of("07")),
          Map.entry("12", Set.of("06")),
          Map.entry("13", Set.of("06")),
          Map.entry("14", Set.of("03")),
          Map.entry("15", Set.of("03")),
          Map.entry("16", Set.of("04", "03", "06")),
          Map.entry("17", Set.of("02")),
          Map.entry("18", Set.of("01")),
          Map.entry("19", Set.of("01")),
          Map.entry("20", Set.of("09")),
          Map.entry("21", Set.of("09")),
          Map.entry("22", Set.of("09")),
          Map.entry("23", Set.of("09")),
          Map.entry("24", Set.of("09")),
          Map.entry("25", Set.of("09")),
          Map.entry("26", Set.of("09")),
          Map.entry("27", Set.of("09")),
          Map.entry("28", Set.of("09")),
          Map.entry("30", Set.of("08")),
          Map.entry("31", Set.of("08")),
          Map.entry("32", Set.of("08")),
          Map.entry("33", Set.of("08")),
          Map.entry("34", Set.of("08")),
          Map.entry("36", Set.of("24")),
          Map.entry("37", Set.of("24")),
          Map.entry("38", Set.of("24")),
          Map.entry("39", Set.of("24")),
          Map.entry("40", Set.of("27")),
          Map.entry("41", Set.of("27")),
          Map.entry("42", Set.of("27")),
          Map.entry("43", Set.of("27")),
          Map.entry("44", Set.of("27")),
          Map.entry("45", Set.of("23")),
          Map.entry("46", Set.of("23")),
          Map.entry("47", Set.of("23")),
          Map.entry("48", Set.of("23")),
          Map.entry("49", Set.of("22")),
          Map.entry("50", Set.of("36")),
          Map.entry("51", Set.of("37")),
          Map.entry("52", Set.of("37")),
          Map.entry("53", Set.of("37")),
          Map.entry("56", Set.of("29")),
          Map.entry("57", Set.of("29")),
          Map.entry("58", Set.of("29")),
          Map.entry("59", Set.of("29")),
          Map.entry("60", Set.of("33")),
          Map.entry("61", Set.of("33")),
          Map.entry("62", Set.of("33")),
          Map.entry("63", Set.of("33")),
          Map.entry("64", Set.of("33")),
          Map.entry("67", Set.of("32")),
          Map.entry("68", Set.of("32")),
          Map.entry("69", Set.of("32")),
          Map.entry("70", Set.of("19")),
          Map.entry("71", Set.of("19")),
          Map.entry("72", Set.of("19")),
          Map.entry("73", Set.of("19")),
          Map.entry("74", Set.of("19")),
          Map.entry("75", Set.of("21")),
          Map.entry("76", Set.of("21")),
          Map.entry("77", Set.of("21")),
          Map.entry("78", Set.of("18", "12", "17")),
          Map.entry("79", Set.of("12", "13", "14", "15", "16", "17", "18")),
          Map.entry("80", Set.of("10")),
          Map.entry("81", Set.of("10", "20")),
          Map.entry("82", Set.of("10", "20")),
          Map.entry("83", Set.of("10", "20")),
          Map.entry("84", Set.of("10")),
          Map.entry("85", Set.of("10")));

  /** Sorting districts that serve another state than their zone, or several. */
  private static final Map<String, Set<String>> DISTRICTS =
      Map.ofEntries(
          Map.entry("140", Set.of("03", "04")),
          Map.entry("194", Set.of("38")),
          Map.entry("244", Set.of("09", "05")),
          Map.entry("246", Set.of("09", "05")),
          Map.entry("247", Set.of("09", "05")),
          Map.entry("248", Set.of("05")),
          Map.entry("249", Set.of("05", "09")),
          Map.entry("262", Set.of("09", "05")),
          Map.entry("263", Set.of("05")),
          Map.entry("362", Set.of("24", "26")),
          Map.entry("396", Set.of("24", "26")),
          Map.entry("403", Set.of("30", "27")),
          Map.entry("507", Set.of("36", "37")),
          Map.entry("533", Set.of("37", "34")),
          Map.entry("605", Set.of("33", "34")),
          Map.entry("607", Set.of("33", "34")),
          Map.entry("609", Set.of("33", "34")),
          Map.entry("673", Set.of("32", "34")),
          Map.entry("682", Set.of("32", "31")),
          Map.entry("737", Set.of("11")),
          Map.entry("744", Set.of("35")),
          Map.entry("795", Set.of("14")),
          Map.entry("796", Set.of("15")),
          Map.entry("797", Set.of("13")),
          Map.entry("798", Set.of("13")),
          Map.entry("799", Set.of("16")));

  private PinCodes() {}

  /** Whether a text is a number that the post may give out. */
  public static boolean isPin(String text) {
    return PIN.matcher(text).matches()
        && (text.charAt(0) == '9' || ZONES.containsKey(text.substring(0, 2)));
  }

  /** Whether a PIN may be in a state. */
  public static boolean isIn(String pin, IndianState state) {
    // "Other territory" is the sea; a port has the PIN of its coast.
    return pin.charAt(0) == '9'
        || "97".equals(state.gstCode())
        || states(pin).contains(state.successorCode());
  }

  /** The state of a PIN that may be in one state only; empty for any other text. */
  public static Optional<IndianState> onlyStateOf(String pin) {
    Set<String> states = isPin(pin) ? states(pin) : Set.of();
    return states.size() == 1 ? IndianStates.ofGstCode(states.iterator().next()) : Optional.empty();
  }

  private static Set<String> states(String pin) {
    return DISTRICTS.getOrDefault(
        pin.substring(0, 3), ZONES.getOrDefault(pin.substring(0, 2), Set.of()));
  }
}
