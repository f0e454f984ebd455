package com.cottonerp.tradedesk.requirements;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * The quantities of a requirement that were bought, and that an agreement holds until it becomes a
 * trade; in the unit of the requirement. Neither is negative. Immutable.
 */
@Embeddable
public record Purchases(
    @Column(name = "purchased_quantity") BigDecimal purchased,
    @Column(name = "committed_quantity") BigDecimal committed) {

  static Purchases none() {
    BigDecimal zero = BigDecimal.ZERO.setScale(Quantities.SCALE);
    return new Purchases(zero, zero);
  }

  Purchases commit(BigDecimal quantity) {
    return new Purchases(purchased, committed.add(quantity));
  }

  Purchases uncommit(BigDecimal quantity) {
    return new Purchases(purchased, committed.subtract(quantity).max(BigDecimal.ZERO));
  }

  /** A trade was made of what was committed. */
  Purchases buy(BigDecimal quantity) {
    return new Purchases(purchased.add(quantity), committed.subtract(quantity));
  }

  /** The trade is cancelled. */
  Purchases undo(BigDecimal quantity) {
    return new Purchases(purchased.subtract(quantity), committed);
  }

  boolean isBought() {
    return purchased.signum() > 0;
  }

  boolean isCommitted() {
    return committed.signum() > 0;
  }

  /**
   * What of a highest quantity may still be bought; 0 once more than it was, within a tolerance.
   */
  BigDecimal remainingOf(BigDecimal max) {
    return max.subtract(purchased).subtract(committed).max(none().purchased());
  }
}
