package com.cottonerp.tradedesk.matching;

import java.util.Locale;

/**
 * How far a pair is. PROPOSED → CLEARED or REJECTED by risk; CLEARED → NEGOTIATING → AGREED, or
 * CLOSED when the parties part; EXPIRED when nobody began in time or a better pair took its place.
 */
public enum MatchStatus {
  PROPOSED,
  CLEARED,
  REJECTED,
  EXPIRED,
  NEGOTIATING,
  AGREED,
  CLOSED;

  /** It waits for risk, or for the parties. */
  boolean isOpen() {
    return this == PROPOSED || this == CLEARED;
  }

  /** What a party is told: why a pair is over might tell of the other one. */
  MatchStatus toParties() {
    return this == REJECTED ? EXPIRED : this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
