package com.cottonerp.tradedesk.requirements;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * How much a buyer wants, in the unit of the requirement, with three decimals: at least min, at
 * most max. Immutable.
 *
 * @param preferred null when the buyer does not say
 * @param wanted the preferred quantity, or else the least: what the duplicate guard compares
 */
@Embeddable
public record Quantities(
    @Column(name = "min_quantity") BigDecimal min,
    @Column(name = "preferred_quantity") BigDecimal preferred,
    @Column(name = "max_quantity") BigDecimal max,
    @Column(name = "wanted_quantity") BigDecimal wanted) {
  static final int SCALE = 3;

  static Quantities of(BigDecimal min, BigDecimal preferred, BigDecimal max) {
    BigDecimal liked = preferred == null ? null : preferred.setScale(SCALE);
    BigDecimal least = min.setScale(SCALE);
    return new Quantities(least, liked, max.setScale(SCALE), liked == null ? least : liked);
  }
}
