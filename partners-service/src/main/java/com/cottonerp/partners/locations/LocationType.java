package com.cottonerp.partners.locations;

import java.util.Locale;

/** What a place is for. */
public enum LocationType {
  PRINCIPAL,
  ADDITIONAL_SAME_STATE,
  BRANCH_DIFFERENT_STATE,
  WAREHOUSE,
  FACTORY,
  SHIP_TO,
  BILL_TO,
  PORT,
  ICD;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
