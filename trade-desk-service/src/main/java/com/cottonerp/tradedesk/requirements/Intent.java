package com.cottonerp.tradedesk.requirements;

import java.util.Locale;

/** What the buyer is after. */
public enum Intent {
  DIRECT_BUY,
  NEGOTIATION;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
