package com.cottonerp.tradedesk.posting;

import com.cottonerp.tradedesk.commoditycatalog.CatalogEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The units of a post, as they were when it was made: a commodity that changes its units does not
 * change what was posted. Exact but for the price of one base unit, which has 34 digits. Pure.
 *
 * @param quantityFactor how many base units are in one quantityUnit
 * @param priceFactor how many base units are in one priceUnit
 */
@Embeddable
public record Measure(
    @Column(name = "quantity_unit") String quantityUnit,
    @Column(name = "quantity_factor") BigDecimal quantityFactor,
    @Column(name = "price_unit") String priceUnit,
    @Column(name = "price_factor") BigDecimal priceFactor,
    @Column(name = "base_unit") String baseUnit,
    @Column(name = "currency") String currency) {
  private static final int BASE_SCALE = 6;
  private static final int MONEY_SCALE = 2;

  public static Measure of(CatalogEntry commodity) {
    return new Measure(
        commodity.tradeUnit(),
        commodity.tradeUnitFactor(),
        commodity.rateUnit(),
        commodity.rateUnitFactor(),
        commodity.baseUnit(),
        commodity.currency());
  }

  /** Whether a quantity means the same in both. */
  public boolean countsLike(Measure other) {
    return quantityUnit.equals(other.quantityUnit)
        && quantityFactor.compareTo(other.quantityFactor) == 0;
  }

  /** Whether a price means the same in both. */
  public boolean pricesLike(Measure other) {
    return priceUnit.equals(other.priceUnit)
        && priceFactor.compareTo(other.priceFactor) == 0
        && currency.equals(other.currency);
  }

  public BigDecimal base(BigDecimal quantity) {
    return quantity.multiply(quantityFactor).setScale(BASE_SCALE, RoundingMode.HALF_UP);
  }

  public BigDecimal pricePerBaseUnit(BigDecimal price) {
    return price.divide(priceFactor, MathContext.DECIMAL128);
  }

  /** What a quantity costs, rounded once, at the end. */
  public BigDecimal value(BigDecimal quantity, BigDecimal price) {
    return quantity
        .multiply(quantityFactor)
        .multiply(price)
        .divide(priceFactor, MONEY_SCALE, RoundingMode.HALF_UP);
  }
}
