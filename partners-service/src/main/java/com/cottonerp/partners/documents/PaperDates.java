package com.cottonerp.partners.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as papers in India write them: the day first (1/7/2017, 01-07-2017), the month by its name
 * (1 July 2017, 01-Jul-2017, July 1, 2017), or the year first. A day that there never was is none.
 * Pure.
 */
final class PaperDates {
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;
  private static final String BETWEEN = "[\\s./-]{1,3}";
  private static final String MONTH = "([A-Za-z]{3,9})";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private record Form(Pattern pattern, int day, int month, int year) {
    static Form of(String regex, int day, int month, int year) {
      return new Form(Pattern.compile("\\b" + regex + "\\b"), day, month, year);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          Form.of("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})", 1, 2, 3),
          Form.of("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", 3, 2, 1),
          Form.of(DAY + BETWEEN + MONTH + "[\\s,./-]{1,3}(\\d{4})", 1, 2, 3),
          Form.of(MONTH + BETWEEN + DAY + "[\\s,./-]{1,3}(\\d{4})", 2, 1, 3));

  private PaperDates() {}

  /** The first one in a line; empty when there is none. */
  static Optional<LocalDate> in(String line) {
    LocalDate first = null;
    int at = Integer.MAX_VALUE;
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(line);
      while (matcher.find() && matcher.start() < at) {
        Optional<LocalDate> date = date(form, matcher.toMatchResult());
        if (date.isPresent()) {
          first = date.get();
          at = matcher.start();
        }
      }
    }
    return Optional.ofNullable(first);
  }

  private static Optional<LocalDate> date(Form form, MatchResult found) {
    int year = Integer.parseInt(found.group(form.year()));
    int month = month(found.group(form.month()));
    if (month == 0 || year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, Integer.parseInt(found.group(form.day()))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** 0 for what is no month. */
  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      int number = Integer.parseInt(text);
      return number <= MONTHS.size() ? number : 0;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (int index = 0; index < MONTHS.size(); index++) {
      String name = MONTHS.get(index);
      if (name.equals(lower) || name.startsWith(lower) && lower.length() <= 4) {
        return index + 1;
      }
    }
    return 0;
  }
}
