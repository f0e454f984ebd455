package com.cottonerp.settings.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Exact conversion between units of one commodity: nothing is rounded on the way, an amount of
 * money at the very end (HALF_UP, 2 decimals).
 *
 * @param standardWeight what one bale or bag of the commodity weighs, in base units; may be null
 */
public record UnitConversion(BigDecimal standardWeight) {
  private static final int MONEY_SCALE = 2;

  public BigDecimal toBase(BigDecimal quantity, Unit unit) {
    return quantity.multiply(unit.factor(standardWeight));
  }

  /** To 34 significant digits; both units must measure the same. */
  public BigDecimal convert(BigDecimal quantity, Unit from, Unit to) {
    mustMeasureTheSame(from, to);
    return toBase(quantity, from).divide(to.factor(standardWeight), MathContext.DECIMAL128);
  }

  /** To 34 significant digits. */
  public BigDecimal ratePerBase(BigDecimal rate, Unit rateUnit) {
    return rate.divide(rateUnit.factor(standardWeight), MathContext.DECIMAL128);
  }

  /** The price of a quantity in one unit at a rate per another. */
  public BigDecimal amount(BigDecimal quantity, Unit unit, BigDecimal rate, Unit rateUnit) {
    mustMeasureTheSame(unit, rateUnit);
    return toBase(quantity, unit)
        .multiply(rate)
        .divide(rateUnit.factor(standardWeight), MONEY_SCALE, RoundingMode.HALF_UP);
  }

  private static void mustMeasureTheSame(Unit one, Unit other) {
    if (!one.measuresTheSameAs(other)) {
      throw new UnitRefusal.UnitsMeasureDifferentThings(one, other).refused();
    }
  }
}
