package com.cottonerp.tradedesk.matching;

import com.cottonerp.contracts.trade.v1.MatchScore;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The parts of a score, each from 0 to 1, and their weighted sum. Pure. */
final class Scoring {
  private static final int SCALE = 4;
  private static final BigDecimal TARGET_OF_BUDGET = new BigDecimal("0.90");
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal WARNED = new BigDecimal("0.5");
  private static final BigDecimal WARN_PENALTY = new BigDecimal("0.90");
  private static final BigDecimal LOCATION_WEIGHT = new BigDecimal("0.4");
  private static final BigDecimal TIMELINE_AND_TERMS = new BigDecimal("0.6");

  private Scoring() {}

  /**
   * One-sided: what costs no more than the target is as good as it gets. All three for the same
   * unit.
   *
   * @param price null = to be negotiated, which scores 0
   * @param target null = 90 % of the budget
   */
  static BigDecimal price(BigDecimal price, BigDecimal budget, BigDecimal target) {
    if (price == null || price.compareTo(budget) > 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal aim = target == null ? budget.multiply(TARGET_OF_BUDGET) : target;
    if (price.compareTo(aim) <= 0) {
      return BigDecimal.ONE;
    }
    BigDecimal percentAbove =
        price.subtract(aim).multiply(HUNDRED).divide(aim, MathContext.DECIMAL128);
    if (percentAbove.compareTo(new BigDecimal("2")) <= 0) {
      return new BigDecimal("0.95");
    }
    if (percentAbove.compareTo(new BigDecimal("5")) <= 0) {
      return new BigDecimal("0.85");
    }
    return percentAbove.compareTo(BigDecimal.TEN) <= 0
        ? new BigDecimal("0.70")
        : new BigDecimal("0.60");
  }

  /** Time and terms are agreed in the negotiation, and count in full until then. */
  static BigDecimal delivery(BigDecimal location) {
    return LOCATION_WEIGHT
        .multiply(location)
        .add(TIMELINE_AND_TERMS)
        .setScale(SCALE, RoundingMode.HALF_UP);
  }

  static MatchScore total(
      Weights weights, BigDecimal quality, BigDecimal price, BigDecimal delivery, boolean warned) {
    BigDecimal risk = warned ? WARNED : BigDecimal.ONE;
    BigDecimal sum =
        weights
            .quality()
            .multiply(quality)
            .add(weights.price().multiply(price))
            .add(weights.delivery().multiply(delivery))
            .add(weights.risk().multiply(risk));
    BigDecimal total = warned ? sum.multiply(WARN_PENALTY) : sum;
    return new MatchScore(
        total.setScale(SCALE, RoundingMode.HALF_UP),
        quality.setScale(SCALE, RoundingMode.HALF_UP),
        price.setScale(SCALE, RoundingMode.HALF_UP),
        delivery.setScale(SCALE, RoundingMode.HALF_UP),
        risk.setScale(SCALE, RoundingMode.HALF_UP));
  }

  /** What a score is called. */
  static String label(BigDecimal total) {
    if (total.compareTo(new BigDecimal("0.90")) >= 0) {
      return "excellent";
    }
    if (total.compareTo(new BigDecimal("0.75")) >= 0) {
      return "good";
    }
    return total.compareTo(new BigDecimal("0.60")) >= 0 ? "acceptable" : "weak";
  }
}
