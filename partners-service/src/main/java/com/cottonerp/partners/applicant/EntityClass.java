package com.cottonerp.partners.applicant;

import java.util.Locale;

/** What kind of partner: only business entities may trade. */
public enum EntityClass {
  BUSINESS_ENTITY,
  SERVICE_PROVIDER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
