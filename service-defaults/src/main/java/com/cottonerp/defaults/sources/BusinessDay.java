package com.cottonerp.defaults.sources;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day of the business, which begins and ends in India wherever a server stands: of trades, of
 * KYC, of papers that expire, and of filters by date. Pure.
 */
public final class BusinessDay {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  private BusinessDay() {}

  public static LocalDate of(Instant time) {
    return LocalDate.ofInstant(time, INDIA);
  }

  public static LocalDate today(Clock clock) {
    return of(clock.instant());
  }

  /** The clock of this machine, with the days of the business. */
  public static Clock clock() {
    return Clock.system(INDIA);
  }

  /** The first moment of a day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(INDIA).toInstant();
  }
}
