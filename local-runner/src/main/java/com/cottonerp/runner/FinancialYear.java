package com.cottonerp.runner;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The financial year of today in India, from April to March: its documents get numbers. */
public final class FinancialYear {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final int APRIL = 4;

  private FinancialYear() {}

  /** Today in India. */
  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), INDIA);
  }

  /** The body of a request that adds it, active. */
  public static String body(Clock clock) {
    LocalDate today = today(clock);
    int begins = today.getMonthValue() < APRIL ? today.getYear() - 1 : today.getYear();
    return "{\"name\": \"%d-%02d\", \"startsOn\": \"%d-04-01\", \"endsOn\": \"%d-03-31\", \"active\": true}"
        .formatted(begins, (begins + 1) % 100, begins, begins + 1);
  }
}
