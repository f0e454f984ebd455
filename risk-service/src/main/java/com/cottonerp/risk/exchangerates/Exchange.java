package com.cottonerp.risk.exchangerates;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Money of one currency that is to be counted in another one.
 *
 * @param day in India, whose rate counts
 */
public record Exchange(String from, String to, LocalDate day) {
  /** By way of it, two currencies are compared that have no rate of their own. */
  static final String RUPEE = "INR";

  public boolean isNeeded() {
    return !from.equals(to);
  }

  boolean mayGoByTheRupee() {
    return isNeeded() && !from.equals(RUPEE) && !to.equals(RUPEE);
  }

  /** The pairs whose rates may be used. */
  Stream<String> pairs() {
    if (!isNeeded()) {
      return Stream.empty();
    }
    Stream<String> direct = Stream.of(CurrencyPair.of(from, to));
    return mayGoByTheRupee()
        ? Stream.concat(direct, Stream.of(CurrencyPair.of(from, RUPEE), CurrencyPair.of(RUPEE, to)))
        : direct;
  }
}
