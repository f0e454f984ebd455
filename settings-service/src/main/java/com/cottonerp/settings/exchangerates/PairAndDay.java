package com.cottonerp.settings.exchangerates;

import java.time.LocalDate;

/**
 * What has one rate at most.
 *
 * @param pair both currencies in the order of the alphabet, such as {@code INR-USD}
 */
record PairAndDay(String pair, LocalDate validFrom) {
  static PairAndDay of(String one, String other, LocalDate validFrom) {
    String pair = one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    return new PairAndDay(pair, validFrom);
  }
}
