package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.posting.Price;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a pair would change hands, and at which price. Pure.
 *
 * <p>Prices may be for other units, once a commodity changed its own: both sides times the factor
 * of the other side are exact where a division would not be.
 */
record PairValues(RequirementFacts requirement, AvailabilityFacts availability) {
  private static final int QUANTITY_SCALE = 3;

  BigDecimal comparablePrice() {
    return availability.terms().price() == null
        ? null
        : availability.terms().price().multiply(requirement.measure().priceFactor());
  }

  BigDecimal budget() {
    return requirement.terms().maxPrice().multiply(availability.measure().priceFactor());
  }

  BigDecimal target() {
    return requirement.terms().preferredPrice() == null
        ? null
        : requirement.terms().preferredPrice().multiply(availability.measure().priceFactor());
  }

  /** What would change hands, in the unit of the availability. */
  BigDecimal quantity() {
    if (!availability.terms().partialOrders()) {
      return availability.stock().total();
    }
    BigDecimal wanted =
        inUnitOfAvailability(requirement.terms().quantities().wanted().min(requirement.remaining()))
            .min(availability.stock().available());
    return availability.terms().minOrder() == null
        ? wanted
        : wanted.max(availability.terms().minOrder());
  }

  /** What would change hands at most, at the highest price that the buyer pays. */
  BigDecimal highestValue() {
    BigDecimal most =
        availability.terms().partialOrders()
            ? inUnitOfAvailability(requirement.mostOfNext()).min(availability.stock().available())
            : availability.stock().total();
    BigDecimal highestPrice =
        requirement
            .terms()
            .maxPrice()
            .multiply(availability.measure().priceFactor())
            .divide(requirement.measure().priceFactor(), Price.SCALE, RoundingMode.UP);
    return availability.measure().value(most, highestPrice);
  }

  private BigDecimal inUnitOfAvailability(BigDecimal quantity) {
    return requirement.measure().quantityFactor().compareTo(availability.measure().quantityFactor())
            == 0
        ? quantity
        : requirement
            .measure()
            .base(quantity)
            .divide(availability.measure().quantityFactor(), QUANTITY_SCALE, RoundingMode.DOWN);
  }

  /**
   * The price that is asked, or else what the buyer would like to pay, for the unit of the
   * availability.
   */
  BigDecimal price() {
    if (availability.terms().price() != null) {
      return availability.terms().price();
    }
    BigDecimal liked =
        requirement.terms().preferredPrice() == null
            ? requirement.terms().maxPrice()
            : requirement.terms().preferredPrice();
    return Price.written(
        liked
            .multiply(availability.measure().priceFactor())
            .divide(requirement.measure().priceFactor(), Price.SCALE, RoundingMode.HALF_UP));
  }
}
