package com.cottonerp.tradedesk.matching;

import java.util.Locale;

/** What a pair must pass before it is scored, in this order; the last one is the score itself. */
public enum Gate {
  COMMODITY_DIFFERS,
  NOT_ENOUGH_STOCK,
  OVER_BUDGET,
  REQUIREMENT_NOT_OPEN,
  AVAILABILITY_NOT_OPEN,
  POST_EXPIRED,
  CAPABILITY_MISSING,
  RELATED_PARTY,
  RISK_FAILED,
  SAME_BRANCH,
  NOT_VISIBLE,
  CURRENCY_DIFFERS,
  WRONG_PLACE,
  WRONG_QUALITY,
  BELOW_MINIMUM_SCORE;

  /** Whether it tells one party of the standing or the risk of the other one. */
  boolean tellsOfAParty() {
    return this == CAPABILITY_MISSING || this == RISK_FAILED;
  }

  /** As a problem type: {@code over-budget}. */
  String kebab() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
