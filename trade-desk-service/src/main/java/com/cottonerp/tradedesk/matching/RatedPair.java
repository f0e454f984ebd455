package com.cottonerp.tradedesk.matching;

import java.math.BigDecimal;
import java.util.UUID;

/** A pair of posts with its outcome: refused at a gate, or scored. Immutable. */
record RatedPair(Pair pair, Pair.Outcome outcome) {
  /** Of the match that it is, or would be. */
  UUID matchId() {
    return Match.idOf(pair.requirement().id(), pair.availability().id());
  }

  boolean fits() {
    return outcome.fits();
  }

  BigDecimal totalScore() {
    return outcome.score().total();
  }
}
