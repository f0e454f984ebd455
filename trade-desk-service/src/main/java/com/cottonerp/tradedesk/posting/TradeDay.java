package com.cottonerp.tradedesk.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day of a trade, which begins and ends in India. Pure. */
public final class TradeDay {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  private TradeDay() {}

  public static LocalDate of(Instant time) {
    return LocalDate.ofInstant(time, INDIA);
  }
}
