package com.cottonerp.defaults.india;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Registrations for GST of those who trade: two digits of the state, the PAN, the number of the
 * registration in that state, Z, and a check digit. Pure.
 *
 * <p>Sources: rule 10 of the CGST Rules, 2017 (structure); the check digit is Luhn's over 36
 * characters, as the GST portal and its developers' guides compute it. Special registrations: rule
 * 17 (UIN), section 24 of the CGST Act (non-resident, TDS, TCS), section 14 of the IGST Act
 * (OIDAR). An input service distributor cannot be told from its number: its certificate says it.
 */
public final class Gstin {
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int LENGTH = 15;
  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]");
  private static final Pattern UIN = Pattern.compile("[0-9]{4}[A-Z]{3}[0-9]{5}[UO]N[0-9A-Z]");
  private static final Pattern OIDAR = Pattern.compile("[0-9]{4}[A-Z]{3}[0-9]{5}OS[0-9A-Z]");
  private static final Pattern NON_RESIDENT = Pattern.compile("[0-9]{4}[A-Z]{3}[0-9]{5}NR[0-9A-Z]");
  private static final Pattern AT_SOURCE =
      Pattern.compile("[0-9]{2}[A-Z]{4}[0-9A-Z][0-9]{4}[A-Z][0-9A-Z][CD][0-9A-Z]");

  private Gstin() {}

  /** What is wrong with a text as the GSTIN of a trader today; empty when nothing is. */
  public static Optional<String> fault(String text) {
    return special(text)
        .map(kind -> "is the registration of " + kind + ", with which nobody trades")
        .or(() -> faultOfTrader(text));
  }

  private static Optional<String> faultOfTrader(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.of(
          "is a GSTIN of 15 characters: 2 digits of the state, the PAN, a digit or letter, Z, a"
              + " check digit");
    }
    return faultOfState(text.substring(0, 2))
        .or(() -> Pan.fault(panOf(text)).map(fault -> "carries a PAN that " + fault))
        .or(
            () ->
                text.charAt(12) == '0'
                    ? Optional.of(
                        "counts the registrations of a state from 1: its 13th character is not 0")
                    : Optional.empty())
        .or(
            () ->
                text.charAt(LENGTH - 1) == checkDigit(text)
                    ? Optional.empty()
                    : Optional.of(
                        "has the check digit %s, which should be %s: look for a mistake in writing"
                            .formatted(text.charAt(LENGTH - 1), checkDigit(text))));
  }

  private static Optional<String> faultOfState(String code) {
    Optional<IndianState> state = IndianStates.ofGstCode(code);
    if (state.isEmpty()) {
      return Optional.of("begins with %s, which is the GST code of no state".formatted(code));
    }
    return state
        .filter(IndianState::isHistoric)
        .map(
            old ->
                "begins with %s, the code of %s until %s; the registration of today begins with %s"
                    .formatted(code, old.name(), old.lastDay(), old.successorCode()));
  }

  /** Whose special registration it is; empty for any other text. */
  private static Optional<String> special(String text) {
    if (UIN.matcher(text).matches()) {
      return Optional.of("an embassy or a body of the United Nations (UIN)");
    }
    if (OIDAR.matcher(text).matches()) {
      return Optional.of("an online service from abroad (OIDAR)");
    }
    if (NON_RESIDENT.matcher(text).matches()) {
      return Optional.of("a non-resident taxable person");
    }
    if (AT_SOURCE.matcher(text).matches()) {
      return Optional.of(
          text.charAt(13) == 'D'
              ? "who deducts tax at source (TDS)"
              : "who collects tax at source (TCS)");
    }
    return Optional.empty();
  }

  /** Characters 3 to 12 of a GSTIN are its holder's PAN. */
  public static String panOf(String gstin) {
    return gstin.substring(2, 12);
  }

  /** The state of a GSTIN without fault. */
  public static IndianState stateOf(String gstin) {
    return IndianStates.ofGstCode(gstin.substring(0, 2)).orElseThrow();
  }

  /** The last character that the first fourteen ask for. */
  public static char checkDigit(String gstin) {
    int sum = 0;
    for (int place = 0; place < LENGTH - 1; place++) {
      int product = CHARACTERS.indexOf(gstin.charAt(place)) * (place % 2 + 1);
      sum += product / CHARACTERS.length() + product % CHARACTERS.length();
    }
    return CHARACTERS.charAt(
        (CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
  }
}
