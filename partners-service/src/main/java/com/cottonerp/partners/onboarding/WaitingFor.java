package com.cottonerp.partners.onboarding;

import java.util.Locale;

/** Who has to act before an application goes on. */
enum WaitingFor {
  APPLICANT,
  MANAGER,
  DIRECTOR;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
