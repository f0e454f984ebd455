package com.cottonerp.partners.identity;

import java.util.regex.Pattern;

/**
 * The shape of an IFSC: four letters of the bank, 0, six characters of the branch. Source: Reserve
 * Bank of India, which also says that nothing follows from a shape: whether there is the branch,
 * the bank knows.
 */
public final class IndianIdentifiers {
  private static final Pattern IFSC = Pattern.compile("[A-Z]{4}0[A-Z0-9]{6}");

  private IndianIdentifiers() {}

  public static boolean isIfsc(String text) {
    return IFSC.matcher(text).matches();
  }
}
