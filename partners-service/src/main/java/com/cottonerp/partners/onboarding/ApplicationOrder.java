package com.cottonerp.partners.onboarding;

import java.util.Locale;

/** How applications are sorted; those that wait for nobody come last by LONGEST_WAITING. */
enum ApplicationOrder {
  NEWEST,
  OLDEST,
  LONGEST_WAITING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
