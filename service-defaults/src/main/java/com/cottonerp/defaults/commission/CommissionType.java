package com.cottonerp.defaults.commission;

import java.util.Locale;

/** What a commission is computed from. */
public enum CommissionType {
  /** A percentage of the value. */
  PERCENTAGE,
  /** The same amount for every value. */
  FIXED,
  /** A percentage of the whole value, by the highest tier that it reaches. */
  TIERED,
  /** An amount for each unit of the quantity, such as a bale or a candy. */
  PER_UNIT;

  /** As it is on the wire and in events. */
  public static CommissionType named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
