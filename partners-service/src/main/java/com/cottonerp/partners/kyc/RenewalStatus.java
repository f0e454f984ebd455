package com.cottonerp.partners.kyc;

import java.util.Locale;

/** How far a renewal is. */
public enum RenewalStatus {
  PENDING,
  COMPLETED,
  FAILED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
