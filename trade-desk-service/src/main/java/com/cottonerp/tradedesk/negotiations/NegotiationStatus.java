package com.cottonerp.tradedesk.negotiations;

import java.util.Locale;

/** INITIATED → IN_PROGRESS with the first offer → ACCEPTED, REJECTED or EXPIRED. */
public enum NegotiationStatus {
  INITIATED,
  IN_PROGRESS,
  ACCEPTED,
  REJECTED,
  EXPIRED;

  boolean isActive() {
    return this == INITIATED || this == IN_PROGRESS;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
