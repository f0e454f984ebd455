package com.cottonerp.partners.partner;

import java.util.Locale;

/** Whether the know-your-customer check is valid. */
public enum KycStatus {
  VERIFIED,
  EXPIRED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
