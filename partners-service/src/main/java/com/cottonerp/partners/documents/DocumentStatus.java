package com.cottonerp.partners.documents;

import java.util.Locale;

/** What a reviewer said about a document. */
public enum DocumentStatus {
  UPLOADED,
  VERIFIED,
  REJECTED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
