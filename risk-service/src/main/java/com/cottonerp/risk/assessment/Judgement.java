package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.risk.v1.RiskFactor;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules for one partner and one value. Pure: the same inputs give the same judgement.
 *
 * @param violations the codes of the rules that fail the partner at any score
 */
public record Judgement(
    RiskStatus status, int score, List<RiskFactor> factors, List<String> violations) {
  /** Changes with every change of the rules below. */
  public static final String RULES_VERSION = "3";

  private static final int FULL_SCORE = 100;
  private static final BigDecimal HEADROOM = new BigDecimal("1.2");
  private static final BigDecimal LOW_RATING = new BigDecimal("3.0");
  private static final BigDecimal GOOD_RATING = new BigDecimal("4.0");
  private static final int LOW_PERFORMANCE = 50;
  private static final int GOOD_PERFORMANCE = 75;

  /**
   * The inputs of the rules.
   *
   * @param value in the currency of the limit, at the rate of the day
   * @param currency of the limit
   * @param limit the partner's credit limit; null only in assessments from before rates were kept,
   *     when it was in another currency than the value
   * @param exposure the value of the partner's open trades in that currency, each at the rate of
   *     its day
   * @param rating 0 to 5; null for a partner without a rating
   * @param performance 0 to 100; null for a partner without a finished trade
   * @param unsettledOpposite posts of the partner on the opposite side, where the commodity forbids
   *     such posts
   * @param stated the value as the post states it; null where that is in the currency of the limit
   */
  @Schema(name = "PartnerInputs")
  public record Inputs(
      UUID partnerId,
      @Schema(description = "BUY or SELL") String side,
      @Schema(description = "In currency, like limit and exposure")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal value,
      String currency,
      @Nullable
          @Schema(description = "Null only of assessments from before exchange rates were kept")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal limit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal exposure,
      @Nullable
          @Schema(description = "0 to 5; null while nobody rated the partner")
          @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal rating,
      @Nullable @Schema(description = "0 to 100; null while no trade of the partner is finished")
          Integer performance,
      @Schema(description = "Posts on the other side, where the commodity forbids them")
          List<UUID> unsettledOpposite,
      @Nullable @Schema(description = "Null where the post is in the currency of the limit")
          Stated stated) {}

  /**
   * The value of a post in another currency than that of the limit.
   *
   * @param rateDay whose rate made it the value; null: that of the assessment
   */
  @Schema(name = "StatedValue")
  public record Stated(
      Money value,
      @Nullable @Schema(description = "Whose exchange rate counts; null: of the assessment's day")
          LocalDate rateDay) {}

  public static Judgement of(Inputs inputs) {
    List<RiskFactor> factors = new ArrayList<>();
    judgeCredit(inputs, factors);
    judgeRating(inputs.rating(), factors);
    judgePerformance(inputs.performance(), factors);
    List<String> violations = new ArrayList<>();
    if (!inputs.unsettledOpposite().isEmpty()) {
      violations.add("CIRCULAR_TRADING");
      factors.add(
          new RiskFactor(
              inputs.side().equals("BUY") ? "UNSETTLED_SELL_EXISTS" : "UNSETTLED_BUY_EXISTS",
              0,
              "Unsettled on the other side: " + inputs.unsettledOpposite()));
    }
    int deducted = factors.stream().mapToInt(RiskFactor::deduction).sum();
    int score = Math.max(0, FULL_SCORE - deducted);
    RiskStatus status = violations.isEmpty() ? RiskStatus.of(score) : RiskStatus.FAIL;
    return new Judgement(status, score, List.copyOf(factors), List.copyOf(violations));
  }

  private static void judgeCredit(Inputs inputs, List<RiskFactor> factors) {
    BigDecimal after = inputs.exposure().add(inputs.value());
    BigDecimal remaining = inputs.limit().subtract(inputs.exposure());
    if (after.compareTo(inputs.limit()) > 0) {
      factors.add(
          new RiskFactor(
              "OVER_LIMIT",
              40,
              "Exposure after it %s is above the limit of %s"
                  .formatted(after.toPlainString(), inputs.limit().toPlainString())));
    } else if (remaining.compareTo(HEADROOM.multiply(inputs.value())) < 0) {
      factors.add(
          new RiskFactor(
              "LITTLE_HEADROOM",
              20,
              "%s remain, less than 1.2 times %s"
                  .formatted(remaining.toPlainString(), inputs.value().toPlainString())));
    }
  }

  private static void judgeRating(BigDecimal rating, List<RiskFactor> factors) {
    if (rating == null) {
      factors.add(new RiskFactor("NOT_RATED", 0, "Nobody rated the partner yet"));
    } else if (rating.compareTo(LOW_RATING) < 0) {
      factors.add(new RiskFactor("LOW_RATING", 30, "Rated " + rating.toPlainString()));
    } else if (rating.compareTo(GOOD_RATING) < 0) {
      factors.add(new RiskFactor("FAIR_RATING", 15, "Rated " + rating.toPlainString()));
    }
  }

  private static void judgePerformance(Integer performance, List<RiskFactor> factors) {
    if (performance == null) {
      factors.add(new RiskFactor("NO_HISTORY", 0, "No trade of the partner is finished yet"));
    } else if (performance < LOW_PERFORMANCE) {
      factors.add(new RiskFactor("LOW_PERFORMANCE", 30, performance + " of 100 went well"));
    } else if (performance < GOOD_PERFORMANCE) {
      factors.add(new RiskFactor("FAIR_PERFORMANCE", 15, performance + " of 100 went well"));
    }
  }
}
