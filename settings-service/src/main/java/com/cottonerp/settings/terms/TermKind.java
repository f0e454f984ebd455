package com.cottonerp.settings.terms;

import java.util.Locale;

/** The subject of a term. */
public enum TermKind {
  TRADE_TYPE,
  BARGAIN_TYPE,
  PASSING_TERM,
  WEIGHTMENT_TERM,
  DELIVERY_TERM,
  PAYMENT_TERM;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
