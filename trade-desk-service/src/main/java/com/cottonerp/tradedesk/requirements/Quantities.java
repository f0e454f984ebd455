package com.cottonerp.tradedesk.requirements;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much a buyer wants, in the unit of the requirement, with three decimals: at least min, at
 * most max. Immutable.
 *
 * @param preferred null when the buyer does not say
 * @param wanted the preferred quantity, or else the least: what the duplicate guard compares
 * @param tolerancePercent the parties may agree on so many percent more than max, because a seller
 *     does not deliver to the kilogram; that of the commodity when the requirement was posted
 */
@Embeddable
public record Quantities(
    @Column(name = "min_quantity") BigDecimal min,
    @Column(name = "preferred_quantity") BigDecimal preferred,
    @Column(name = "max_quantity") BigDecimal max,
    @Column(name = "wanted_quantity") BigDecimal wanted,
    @Column(name = "tolerance_percent") BigDecimal tolerancePercent) {
  static final int SCALE = 3;
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /**
   * @param tolerancePercent null for none
   */
  static Quantities of(
      BigDecimal min, BigDecimal preferred, BigDecimal max, BigDecimal tolerancePercent) {
    BigDecimal liked = preferred == null ? null : preferred.setScale(SCALE);
    BigDecimal least = min.setScale(SCALE);
    return new Quantities(
        least,
        liked,
        max.setScale(SCALE),
        liked == null ? least : liked,
        tolerancePercent == null ? BigDecimal.ZERO : tolerancePercent);
  }

  /** How much more than max may be agreed on. */
  BigDecimal tolerance() {
    return max.multiply(tolerancePercent).divide(HUNDRED, SCALE, RoundingMode.DOWN);
  }
}
