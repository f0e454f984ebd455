package com.cottonerp.partners.applicant;

import java.util.Locale;

/** The kind of a tax id; in India it is the GSTIN. */
public enum TaxIdType {
  GST,
  EIN,
  TRN,
  VAT,
  OTHER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
