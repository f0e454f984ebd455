package com.cottonerp.partners.vehicles;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Registration marks of vehicles in India, without blanks and hyphens. Pure.
 *
 * <p>Source: section 41(6) of the Motor Vehicles Act, 1988, with the notified letters of each state
 * (those of before a change, such as OR and UA, go on); the Bharat series by rule 48 of the Central
 * Motor Vehicles Rules as of 26 August 2021 (year, BH, four digits, one or two letters but I and
 * O).
 */
final class VehicleNumbers {
  private static final Set<String> STATES =
      Set.of(
          "AN", "AP", "AR", "AS", "BR", "CG", "CH", "DD", "DL", "DN", "GA", "GJ", "HP", "HR", "JH",
          "JK", "KA", "KL", "LA", "LD", "MH", "ML", "MN", "MP", "MZ", "NL", "OD", "OR", "PB", "PY",
          "RJ", "SK", "TG", "TN", "TR", "TS", "UA", "UK", "UP", "WB");

  /** District, letters of the series, number; in short series, without letters, four digits. */
  private static final Pattern OF_STATE =
      Pattern.compile("[A-Z]{2}(0?[1-9]|[1-9][0-9])([A-Z]{1,3}(?!0+$)[0-9]{1,4}|(?!0000)[0-9]{4})");

  private static final Pattern BHARAT =
      Pattern.compile("(2[1-9]|[3-9][0-9])BH(?!0000)[0-9]{4}[A-HJ-NP-Z]{1,2}");

  private VehicleNumbers() {}

  /** The mark as it is kept; empty when there is no such mark. */
  static Optional<String> normalised(String text) {
    String mark = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    boolean known =
        BHARAT.matcher(mark).matches()
            || OF_STATE.matcher(mark).matches() && STATES.contains(mark.substring(0, 2));
    return known ? Optional.of(mark) : Optional.empty();
  }
}
