package com.cottonerp.defaults.commission;

import com.cottonerp.defaults.problem.InvalidField;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Computes a commission: by type, then at least {@code minAmount} and at most {@code maxAmount},
 * rounded HALF_UP to 2 decimals at the end. Amounts and values have the same currency. Pure.
 *
 * @param rate in percent of the value; of PERCENTAGE only
 * @param fixedAmount of FIXED only
 * @param tiers of TIERED only; else empty
 * @param amountPerUnit of PER_UNIT only
 */
public record CommissionRule(
    CommissionType type,
    BigDecimal rate,
    BigDecimal fixedAmount,
    List<Tier> tiers,
    BigDecimal amountPerUnit,
    BigDecimal minAmount,
    BigDecimal maxAmount) {
  private static final int MONEY_SCALE = 2;

  /** The percentage for values from this tier's start up to the next tier. */
  public record Tier(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal fromValue,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate) {}

  /**
   * Refuses a property that the type does not use, and the lack of a property that the type needs.
   */
  public CommissionRule checked() {
    belongs(CommissionType.PERCENTAGE, rate != null, "/rate");
    belongs(CommissionType.FIXED, fixedAmount != null, "/fixedAmount");
    belongs(CommissionType.TIERED, !tiers.isEmpty(), "/tiers");
    belongs(CommissionType.PER_UNIT, amountPerUnit != null, "/amountPerUnit");
    for (int i = 0; i < tiers.size(); i++) {
      BigDecimal from = tiers.get(i).fromValue();
      boolean rises =
          i == 0 ? from.signum() == 0 : from.compareTo(tiers.get(i - 1).fromValue()) > 0;
      if (!rises) {
        throw new InvalidField(
                "/tiers/%d/fromValue".formatted(i), "starts at 0 and rises from tier to tier")
            .refused();
      }
    }
    if (minAmount != null && maxAmount != null && minAmount.compareTo(maxAmount) > 0) {
      throw new InvalidField("/maxAmount", "is not below minAmount").refused();
    }
    return this;
  }

  private void belongs(CommissionType owner, boolean given, String pointer) {
    if (given != (type == owner)) {
      String detail = given ? "belongs to %s only" : "is needed for %s";
      throw new InvalidField(pointer, detail.formatted(owner)).refused();
    }
  }

  /**
   * The commission.
   *
   * @param units how many units the quantity is; asked of PER_UNIT only, else null will do
   */
  public BigDecimal on(BigDecimal value, BigDecimal units) {
    BigDecimal exact =
        switch (type) {
          case PERCENTAGE -> percentage(value, rate);
          case FIXED -> fixedAmount;
          case TIERED -> percentage(value, rateFor(value));
          case PER_UNIT -> amountPerUnit.multiply(units);
        };
    return atMost(atLeast(exact)).setScale(MONEY_SCALE, RoundingMode.HALF_UP);
  }

  private BigDecimal rateFor(BigDecimal value) {
    BigDecimal reached = BigDecimal.ZERO;
    for (Tier tier : tiers) {
      if (value.compareTo(tier.fromValue()) >= 0) {
        reached = tier.rate();
      }
    }
    return reached;
  }

  private static BigDecimal percentage(BigDecimal value, BigDecimal percent) {
    return value.multiply(percent).movePointLeft(2);
  }

  private BigDecimal atLeast(BigDecimal amount) {
    return minAmount == null ? amount : amount.max(minAmount);
  }

  private BigDecimal atMost(BigDecimal amount) {
    return maxAmount == null ? amount : amount.min(maxAmount);
  }
}
