package com.cottonerp.defaults.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * How people write phone numbers, and the one way in which they are kept: E.164. Thread-safe.
 *
 * <p>Which numbers there may be says libphonenumber, Google's library of the numbering plans.
 */
public final class PhoneNumbers {
  /** Signs alone are no number. */
  public static final String PATTERN = "(?=(?:[^0-9]*[0-9]){7})\\+?[0-9 ()-]{7,20}";

  public static final String MESSAGE =
      "is a phone number with at least 7 digits, of at most 20 characters";

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final String RUN = "01234567890";
  private static final int SHORTEST_RUN = 7;

  private PhoneNumbers() {}

  /**
   * The number as E.164, such as +919825011111; empty when there can be no such number, or when it
   * is one that people write who do not want to tell theirs.
   *
   * @param country whose numbers are written without a code; an ISO 3166 code
   */
  public static Optional<String> normalised(String text, String country) {
    try {
      PhoneNumber number = PLANS.parse(text, country);
      return PLANS.isValidNumber(number)
              && !isPlaceholder(String.valueOf(number.getNationalNumber()))
          ? Optional.of(PLANS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  private static boolean isPlaceholder(String digits) {
    return digits.chars().distinct().count() == 1
        || digits.length() >= SHORTEST_RUN && RUN.contains(digits);
  }
}
