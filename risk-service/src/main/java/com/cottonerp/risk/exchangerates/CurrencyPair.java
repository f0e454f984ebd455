package com.cottonerp.risk.exchangerates;

/** Two currencies in the order of the alphabet, such as {@code INR-USD}. Pure. */
final class CurrencyPair {
  private CurrencyPair() {}

  static String of(String one, String other) {
    return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
  }
}
