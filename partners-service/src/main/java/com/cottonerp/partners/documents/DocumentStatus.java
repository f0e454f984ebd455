package com.cottonerp.partners.documents;

import java.util.Locale;

/** What a reviewer said about a document; what was verified may expire. */
public enum DocumentStatus {
  UPLOADED,
  VERIFIED,
  REJECTED,
  EXPIRED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
