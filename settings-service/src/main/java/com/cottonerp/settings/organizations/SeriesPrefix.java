package com.cottonerp.settings.organizations;

import com.cottonerp.defaults.problem.InvalidField;
import java.util.Locale;

/**
 * What the numbers of a series begin with: letters, digits, slashes and dashes, of which a slash
 * comes last unless another mark does. A number has six digits at least and sixteen characters at
 * most (rule 46(b), CGST Rules); the first one is a letter or 1 to 9, as in the schema of
 * e-invoices. Pure.
 *
 * @param written with the mark at its end
 */
record SeriesPrefix(String written) {
  /** Of the characters that a number may have, as a body says it. */
  static final String PATTERN = "[A-Za-z1-9][A-Za-z0-9/-]*";

  static final String EXPECTED =
      "has letters, digits, / and - only, and begins with a letter or a digit from 1";

  private static final int LONGEST_NUMBER = 16;
  private static final int FEWEST_DIGITS = 6;

  /** As it is, for a series from before this rule; {@link #fits} says whether it fits it. */
  static SeriesPrefix stored(String prefix) {
    boolean separated = !Character.isLetterOrDigit(prefix.charAt(prefix.length() - 1));
    return new SeriesPrefix(separated ? prefix : prefix + "/");
  }

  /** Of a series that begins with a number; refused at the field that is wrong. */
  static SeriesPrefix of(String prefix, long firstNumber) {
    SeriesPrefix series = stored(prefix);
    if (!prefix.matches(PATTERN)) {
      throw new InvalidField("/prefix", EXPECTED).refused();
    }
    if (series.written.length() + FEWEST_DIGITS > LONGEST_NUMBER) {
      throw new InvalidField(
              "/prefix",
              "leaves no room for six digits: with it %s has %d characters, not %d at most"
                  .formatted(
                      series.number(1), series.written.length() + FEWEST_DIGITS, LONGEST_NUMBER))
          .refused();
    }
    if (!series.fits(firstNumber)) {
      throw new InvalidField("/firstNumber", "is too long for this prefix").refused();
    }
    return series;
  }

  String number(long number) {
    return "%s%06d".formatted(written, number);
  }

  /** Whether a document may have this number. */
  boolean fits(long number) {
    return written.matches(PATTERN) && number(number).length() <= LONGEST_NUMBER;
  }

  /** By what it is told from the prefixes of other series. */
  String key() {
    return written.toUpperCase(Locale.ROOT);
  }
}
