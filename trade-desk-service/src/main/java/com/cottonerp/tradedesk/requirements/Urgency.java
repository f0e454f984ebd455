package com.cottonerp.tradedesk.requirements;

import java.util.Locale;

/** How soon goods are needed. */
public enum Urgency {
  URGENT,
  NORMAL,
  PLANNING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
