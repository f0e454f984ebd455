package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.problem.InvalidField;
import java.math.BigDecimal;

/**
 * The price of one unit: up to four decimals, since a tick of a pound of cotton is a hundredth of a
 * cent. An amount of money has two. Pure.
 */
public final class Price {
  /** The most decimals. */
  public static final int SCALE = 4;

  private static final int FEWEST = 2;

  private Price() {}

  /** With as many decimals as it needs, and two at least; null stays null. */
  public static BigDecimal written(BigDecimal price) {
    if (price == null) {
      return null;
    }
    BigDecimal shortest = price.stripTrailingZeros();
    return shortest.scale() < FEWEST ? shortest.setScale(FEWEST) : shortest;
  }

  /**
   * Refuses a quantity that would cost nothing once the amount is rounded: that is no contract.
   *
   * @param pointer of the price in the request
   */
  public static void mustComeToSomething(
      Measure measure, BigDecimal quantity, BigDecimal price, String pointer) {
    if (price != null && measure.value(quantity, price).signum() == 0) {
      throw new InvalidField(
              pointer,
              "comes to 0.00 %s for %s %s"
                  .formatted(
                      measure.currency(),
                      quantity.stripTrailingZeros().toPlainString(),
                      measure.quantityUnit()))
          .refused();
    }
  }
}
