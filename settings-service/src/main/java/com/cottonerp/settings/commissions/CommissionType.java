package com.cottonerp.settings.commissions;

import java.util.Locale;

/** How a commission is computed from a value. */
public enum CommissionType {
  /** A percentage of the value. */
  PERCENTAGE,
  /** The same amount for every value. */
  FIXED,
  /** A percentage of the whole value, by the highest tier that it reaches. */
  TIERED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
