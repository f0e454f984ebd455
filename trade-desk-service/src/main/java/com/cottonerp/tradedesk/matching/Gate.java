package com.cottonerp.tradedesk.matching;

import com.cottonerp.defaults.problem.Explained;
import java.util.Locale;

/** What a pair must pass before it is scored, in this order; the last one is the score itself. */
public enum Gate {
  @Explained(
      means = "Availability and requirement are of different commodities.",
      remedy = "Choose another pair.")
  COMMODITY_DIFFERS,
  @Explained(
      means = "Less is available than the requirement wants at least.",
      remedy = "Choose another pair, or wait for stock.")
  NOT_ENOUGH_STOCK,
  @Explained(
      means = "The price is above the highest price of the requirement.",
      remedy = "Change the price, or choose another pair.")
  OVER_BUDGET,
  @Explained(
      means = "The requirement has ended, or is not open yet.",
      remedy = "Read the requirement.")
  REQUIREMENT_NOT_OPEN,
  @Explained(
      means = "The availability has ended, or is not open yet.",
      remedy = "Read the availability.")
  AVAILABILITY_NOT_OPEN,
  @Explained(means = "The time of one of the posts is over.", remedy = "Post again.")
  POST_EXPIRED,
  @Explained(
      means = "One of the parties lacks the capability to trade there.",
      remedy = "Choose another pair.")
  CAPABILITY_MISSING,
  @Explained(means = "Buyer and seller are related.", remedy = "Choose another pair.")
  RELATED_PARTY,
  @Explained(means = "Risk refuses one of the posts.", remedy = "Choose another pair.")
  RISK_FAILED,
  @Explained(means = "Both posts are of one branch.", remedy = "Choose another pair.")
  SAME_BRANCH,
  @Explained(
      means = "One of the posts is not shown to the other party.",
      remedy = "Choose another pair.")
  NOT_VISIBLE,
  @Explained(
      means = "The posts are priced in different currencies.",
      remedy = "Choose another pair.")
  CURRENCY_DIFFERS,
  @Explained(
      means = "The goods lie at none of the places that the requirement names.",
      remedy = "Choose another pair.")
  WRONG_PLACE,
  @Explained(
      means = "The quality of the goods does not fit the requirement.",
      remedy = "Choose another pair.")
  WRONG_QUALITY,
  @Explained(means = "The pair fits too badly to be proposed.", remedy = "Choose another pair.")
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
