package com.cottonerp.partners.kyc;

import java.util.Locale;

/** Why a renewal is done. */
public enum RenewalType {
  ANNUAL,
  ADHOC;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
