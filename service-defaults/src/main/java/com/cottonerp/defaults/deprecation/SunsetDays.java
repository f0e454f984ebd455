package com.cottonerp.defaults.deprecation;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The days of a {@link Sunset}, and how headers say them. Immutable.
 *
 * @param instead the address of what to use instead
 */
public record SunsetDays(LocalDate announced, LocalDate ends, String instead) {
  private static final int LEAST_MONTHS = 6;

  public SunsetDays {
    if (ends.isBefore(announced.plusMonths(LEAST_MONTHS))) {
      throw new IllegalArgumentException(
          "An operation ends %d months after its announcement at the earliest, not on %s"
              .formatted(LEAST_MONTHS, ends));
    }
  }

  /** Those of the operation, else those of its resource; empty when it goes on. */
  public static Optional<SunsetDays> of(Method operation) {
    Sunset sunset = operation.getAnnotation(Sunset.class);
    if (sunset == null) {
      sunset = operation.getDeclaringClass().getAnnotation(Sunset.class);
    }
    return Optional.ofNullable(sunset)
        .map(
            given ->
                new SunsetDays(
                    LocalDate.parse(given.announced()),
                    LocalDate.parse(given.ends()),
                    given.instead()));
  }

  /** A date of RFC 9651: seconds since 1970. */
  String deprecation() {
    return "@" + announced.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /** A date of HTTP. */
  String sunset() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ends.atStartOfDay(ZoneOffset.UTC));
  }

  String link() {
    return "<%s>; rel=\"successor-version\"".formatted(instead);
  }
}
