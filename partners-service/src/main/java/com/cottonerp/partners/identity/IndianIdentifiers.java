package com.cottonerp.partners.identity;

import java.util.regex.Pattern;

/** The shapes of PAN, GSTIN and IFSC. A shape says nothing about whether the number exists. */
public final class IndianIdentifiers {
  private static final Pattern PAN = Pattern.compile("[A-Z]{5}\\d{4}[A-Z]");
  private static final Pattern GSTIN =
      Pattern.compile("\\d{2}[A-Z]{5}\\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]");
  private static final Pattern IFSC = Pattern.compile("[A-Z]{4}0[A-Z0-9]{6}");

  private IndianIdentifiers() {}

  public static boolean isPan(String text) {
    return PAN.matcher(text).matches();
  }

  public static boolean isGstin(String text) {
    return GSTIN.matcher(text).matches();
  }

  public static boolean isIfsc(String text) {
    return IFSC.matcher(text).matches();
  }

  /** Characters 3 to 12 of a GSTIN are its holder's PAN. */
  public static String panOf(String gstin) {
    return gstin.substring(2, 12);
  }

  /** The first two digits of a GSTIN are the state it is registered in. */
  public static String stateCodeOf(String gstin) {
    return gstin.substring(0, 2);
  }
}
