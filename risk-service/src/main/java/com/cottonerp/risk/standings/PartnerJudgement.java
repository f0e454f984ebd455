package com.cottonerp.risk.standings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules for a partner without a post. Pure: the same inputs give the same judgement.
 *
 * @param score 0 to 100, higher is safer
 * @param category LOW, MEDIUM, HIGH or CRITICAL
 */
public record PartnerJudgement(
    int score, String category, BigDecimal recommendedLimit, List<String> factors) {
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /**
   * The inputs of the rules.
   *
   * @param rating 0 to 5; null for a partner without a rating, which lowers no score
   * @param performance 0 to 100; null without a finished trade, which lowers no score
   * @param disputed the number of the partner's disputed trades
   */
  public record Inputs(
      BigDecimal limit,
      BigDecimal exposure,
      BigDecimal rating,
      Integer performance,
      int trades,
      int disputed,
      int completed) {}

  static PartnerJudgement of(Inputs inputs) {
    List<String> factors = new ArrayList<>();
    int score =
        100
            - note(factors, "utilisation", utilisation(inputs))
            - note(factors, "rating", rating(inputs.rating()))
            - note(factors, "performance", performance(inputs.performance()))
            - note(factors, "disputes", disputes(inputs))
            - note(factors, "history", history(inputs.completed()));
    int kept = Math.max(0, score);
    return new PartnerJudgement(kept, category(kept), recommended(inputs), List.copyOf(factors));
  }

  private static int note(List<String> factors, String what, int deduction) {
    if (deduction > 0) {
      factors.add(what + " -" + deduction);
    }
    return deduction;
  }

  // Without a limit there is no credit: as bad as a used-up limit.
  private static int utilisation(Inputs inputs) {
    if (inputs.limit().signum() == 0) {
      return 25;
    }
    BigDecimal percent =
        inputs.exposure().multiply(HUNDRED).divide(inputs.limit(), 4, RoundingMode.HALF_UP);
    if (percent.compareTo(new BigDecimal("90")) > 0) {
      return 25;
    }
    return percent.compareTo(new BigDecimal("75")) > 0 ? 15 : 0;
  }

  private static int rating(BigDecimal rating) {
    if (rating == null) {
      return 0;
    }
    if (rating.compareTo(new BigDecimal("2")) < 0) {
      return 25;
    }
    if (rating.compareTo(new BigDecimal("3")) < 0) {
      return 15;
    }
    return rating.compareTo(new BigDecimal("4")) < 0 ? 8 : 0;
  }

  private static int performance(Integer performance) {
    if (performance == null) {
      return 0;
    }
    if (performance < 40) {
      return 25;
    }
    if (performance < 60) {
      return 15;
    }
    return performance < 75 ? 8 : 0;
  }

  private static int disputes(Inputs inputs) {
    if (inputs.trades() == 0) {
      return 0;
    }
    // In hundredths of all trades, so that no division rounds 10.9 % down to 10.
    int disputed = 100 * inputs.disputed();
    if (disputed > 10 * inputs.trades()) {
      return 15;
    }
    return disputed > 5 * inputs.trades() ? 8 : 0;
  }

  private static int history(int completed) {
    if (completed < 10) {
      return 10;
    }
    return completed < 50 ? 5 : 0;
  }

  private static String category(int score) {
    if (score >= 70) {
      return "LOW";
    }
    if (score >= 40) {
      return "MEDIUM";
    }
    return score >= 20 ? "HIGH" : "CRITICAL";
  }

  private static BigDecimal recommended(Inputs inputs) {
    boolean known = inputs.rating() != null && inputs.performance() != null;
    BigDecimal factor = BigDecimal.ONE;
    if (known && atLeast(inputs, "4.5", 90)) {
      factor = new BigDecimal("1.2");
    } else if (known && atLeast(inputs, "4.0", 80)) {
      factor = new BigDecimal("1.1");
    } else if ((inputs.rating() != null && inputs.rating().compareTo(new BigDecimal("3.0")) < 0)
        || (inputs.performance() != null && inputs.performance() < 60)) {
      factor = new BigDecimal("0.75");
    }
    return inputs.limit().multiply(factor).setScale(2, RoundingMode.HALF_UP);
  }

  private static boolean atLeast(Inputs inputs, String rating, int performance) {
    return inputs.rating().compareTo(new BigDecimal(rating)) >= 0
        && inputs.performance() >= performance;
  }
}
