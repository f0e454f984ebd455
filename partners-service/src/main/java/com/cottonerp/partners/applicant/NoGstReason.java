package com.cottonerp.partners.applicant;

import java.util.Locale;

/** Why an Indian applicant has no GST registration. */
public enum NoGstReason {
  COMMISSION_AGENT,
  TURNOVER_BELOW_THRESHOLD,
  EXEMPTED_CATEGORY;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
