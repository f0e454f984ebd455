package com.cottonerp.settings.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Converts exactly between units of one commodity. Only an amount of money is rounded, at the very
 * end (HALF_UP, 2 decimals).
 *
 * @param own what units weigh for the commodity
 */
public record UnitConversion(OwnWeights own) {
  private static final int MONEY_SCALE = 2;

  public BigDecimal toBase(BigDecimal quantity, Unit unit) {
    return quantity.multiply(unit.factor(own));
  }

  /** Converts to 34 significant digits; both units must measure the same quantity. */
  public BigDecimal convert(BigDecimal quantity, Unit from, Unit to) {
    mustMeasureTheSame(from, to);
    return toBase(quantity, from).divide(to.factor(own), MathContext.DECIMAL128);
  }

  /** Converts a rate to the rate per base unit, to 34 significant digits. */
  public BigDecimal ratePerBase(BigDecimal rate, Unit rateUnit) {
    return rate.divide(rateUnit.factor(own), MathContext.DECIMAL128);
  }

  /** The price of a quantity, given in one unit, at a rate per another unit. */
  public BigDecimal amount(BigDecimal quantity, Unit unit, BigDecimal rate, Unit rateUnit) {
    mustMeasureTheSame(unit, rateUnit);
    return toBase(quantity, unit)
        .multiply(rate)
        .divide(rateUnit.factor(own), MONEY_SCALE, RoundingMode.HALF_UP);
  }

  private static void mustMeasureTheSame(Unit one, Unit other) {
    if (!one.measuresTheSameAs(other)) {
      throw new UnitRefusal.UnitsMeasureDifferentThings(one, other).refused();
    }
  }
}
