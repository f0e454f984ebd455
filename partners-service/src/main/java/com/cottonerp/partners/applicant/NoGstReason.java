package com.cottonerp.partners.applicant;

import java.util.Locale;

/** Why an Indian applicant has no GST registration. */
public enum NoGstReason {
  COMMISSION_AGENT,
  TURNOVER_BELOW_THRESHOLD,
  EXEMPTED_CATEGORY,
  /** Grows what it sells: section 23(1)(b) of the CGST Act. */
  AGRICULTURIST;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
