package com.cottonerp.tradedesk.availabilities;

import java.util.Locale;

/** What became of stock that was held. */
public enum ReservationStatus {
  HELD,
  RELEASED,
  CONSUMED,
  EXPIRED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
