package com.cottonerp.partners.partner;

import java.util.Locale;

/** Whether a partner may trade. */
public enum PartnerStatus {
  APPROVED,
  SUSPENDED,
  INACTIVE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
