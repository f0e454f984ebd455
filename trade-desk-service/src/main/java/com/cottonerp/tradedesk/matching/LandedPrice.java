package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.availabilities.AvailabilityFacts;
import com.cottonerp.tradedesk.availabilities.DeliveryBasis;
import com.cottonerp.tradedesk.requirements.Freight;
import com.cottonerp.tradedesk.requirements.RequirementFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What goods cost where they are wanted: the price, and the freight of the buyer when they are sold
 * ex-gin. Pure.
 *
 * @param km from the goods to the delivery place; null when it is not known, and then a freight by
 *     the kilometre counts for nothing
 */
record LandedPrice(RequirementFacts requirement, AvailabilityFacts availability, BigDecimal km) {
  private static final int LEAST_SCALE = 2;

  static LandedPrice of(Pair pair, PlaceFit place) {
    return new LandedPrice(pair.requirement(), pair.availability(), place.km());
  }

  /**
   * Comparable with {@link PairValues#budget}: times the factor of the other side, exactly. Null
   * when the price is to be negotiated.
   */
  BigDecimal comparable() {
    BigDecimal price = new PairValues(requirement, availability).comparablePrice();
    BigDecimal freight = comparableFreight();
    return price == null || freight == null ? price : price.add(freight);
  }

  /**
   * For one price unit of the availability. Null when it is not known: the price is to be
   * negotiated, or the freight of goods ex-gin is not.
   */
  BigDecimal amount() {
    BigDecimal price = availability.terms().price();
    if (price == null || availability.terms().deliveryBasis() == DeliveryBasis.DELIVERED) {
      return price;
    }
    BigDecimal freight = comparableFreight();
    return freight == null
        ? null
        : price.add(
            freight.divide(
                requirement.measure().priceFactor(),
                Math.max(LEAST_SCALE, price.scale()),
                RoundingMode.HALF_UP));
  }

  /** Null when it is not known, and for goods that are delivered. */
  private BigDecimal comparableFreight() {
    Freight freight = requirement.terms().freight();
    if (freight == null || availability.terms().deliveryBasis() == DeliveryBasis.DELIVERED) {
      return null;
    }
    BigDecimal ofItsUnit = availability.measure().priceFactor();
    if (freight.flat() != null) {
      return freight.flat().multiply(ofItsUnit);
    }
    return km == null
        ? null
        : freight
            .perBaseUnitKm()
            .multiply(km)
            .multiply(ofItsUnit)
            .multiply(requirement.measure().priceFactor());
  }
}
