package com.cottonerp.partners.onboarding;

import java.util.Locale;

/** Where an application stands. */
public enum ApplicationStatus {
  PENDING,
  PENDING_APPROVAL,
  APPROVED,
  REJECTED,
  INFO_REQUESTED;

  /** The applicant may still change it. */
  boolean isOpen() {
    return this == PENDING || this == INFO_REQUESTED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
