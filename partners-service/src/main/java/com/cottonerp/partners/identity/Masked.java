package com.cottonerp.partners.identity;

/** Identifiers as somebody sees them who may not see all of them. Pure. */
public final class Masked {
  private static final int SHOWN = 4;

  private Masked() {}

  /** The last four characters, and no more than half; the whole of it where that is allowed. */
  public static String identifier(String value, boolean sensitive) {
    if (value == null || sensitive) {
      return value;
    }
    int shown = Math.min(SHOWN, value.length() / 2);
    return "*".repeat(value.length() - shown) + value.substring(value.length() - shown);
  }
}
