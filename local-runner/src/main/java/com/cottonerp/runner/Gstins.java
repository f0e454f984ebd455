package com.cottonerp.runner;

/**
 * Numbers of companies that the runner invents. WHY not those of the services: the runner is a
 * client like any other, and computes the check digit for itself.
 */
public final class Gstins {
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private Gstins() {}

  /** The number of a bank account, another one for each PAN. */
  public static String account(String pan) {
    return "50%010d".formatted(Integer.toUnsignedLong(pan.hashCode()));
  }

  /** The first registration of a PAN in a state. */
  public static String of(String state, String pan) {
    String without = state + pan + "1Z";
    int sum = 0;
    for (int place = 0; place < without.length(); place++) {
      int product = CHARACTERS.indexOf(without.charAt(place)) * (place % 2 + 1);
      sum += product / 36 + product % 36;
    }
    return without + CHARACTERS.charAt((36 - sum % 36) % 36);
  }
}
