package com.cottonerp.partners.applicant;

import java.util.Locale;

/** The legal form of a partner. */
public enum BusinessEntityType {
  PROPRIETORSHIP,
  PARTNERSHIP,
  LLP,
  PRIVATE_LIMITED,
  PUBLIC_LIMITED,
  LLC,
  CORPORATION,
  TRUST,
  SOCIETY,
  FOREIGN_ENTITY;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
