package com.cottonerp.tradedesk.availabilities;

import java.util.Locale;

/** What the price of an availability includes. */
public enum DeliveryBasis {
  /** The goods where they lie: the buyer pays for the transport. */
  EX_GIN,
  /** The goods where the buyer wants them: the seller pays for the transport. */
  DELIVERED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
