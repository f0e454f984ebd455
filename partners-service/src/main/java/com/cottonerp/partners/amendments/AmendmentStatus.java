package com.cottonerp.partners.amendments;

import java.util.Locale;

/** How far an amendment is. */
public enum AmendmentStatus {
  PENDING,
  APPROVED,
  REJECTED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
