package com.cottonerp.settings.commissions;

import java.util.Locale;

/** The party that pays a commission. */
public enum AppliesTo {
  BUYER,
  SELLER,
  BOTH;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
