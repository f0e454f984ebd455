package com.cottonerp.tradedesk.availabilities;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * The quantities of an availability, in its unit, with three decimals. Whatever happens, they add
 * up: {@code available = total - reserved - sold}, and none is negative. Immutable.
 */
@Embeddable
public record Stock(
    @Column(name = "total_quantity") BigDecimal total,
    @Column(name = "available_quantity") BigDecimal available,
    @Column(name = "reserved_quantity") BigDecimal reserved,
    @Column(name = "sold_quantity") BigDecimal sold) {
  static final int SCALE = 3;

  public Stock {
    if (total.compareTo(available.add(reserved).add(sold)) != 0
        || available.signum() < 0
        || reserved.signum() < 0
        || sold.signum() < 0) {
      throw new IllegalArgumentException(
          "%s in all are not %s available, %s reserved and %s sold"
              .formatted(total, available, reserved, sold));
    }
  }

  static Stock of(BigDecimal total) {
    BigDecimal none = BigDecimal.ZERO.setScale(SCALE);
    return new Stock(total, total, none, none);
  }

  /** With another total; what is reserved or sold stays so. */
  Stock withTotal(BigDecimal newTotal) {
    return new Stock(newTotal, newTotal.subtract(committed()), reserved, sold);
  }

  Stock reserve(BigDecimal quantity) {
    return new Stock(total, available.subtract(quantity), reserved.add(quantity), sold);
  }

  Stock release(BigDecimal quantity) {
    return new Stock(total, available.add(quantity), reserved.subtract(quantity), sold);
  }

  /** Sells what was reserved. */
  Stock sell(BigDecimal quantity) {
    return new Stock(total, available, reserved.subtract(quantity), sold.add(quantity));
  }

  /** Takes back what was sold. */
  Stock giveBack(BigDecimal quantity) {
    return new Stock(total, available.add(quantity), reserved, sold.subtract(quantity));
  }

  /** What is reserved or sold. */
  BigDecimal committed() {
    return reserved.add(sold);
  }

  /** What is neither sold nor withdrawn. */
  BigDecimal open() {
    return available.add(reserved);
  }

  boolean isReserved() {
    return reserved.signum() > 0;
  }

  boolean isCommitted() {
    return committed().signum() > 0;
  }

  /** Nothing can be had of it now. */
  boolean isTaken() {
    return available.signum() == 0;
  }

  boolean isSoldOut() {
    return open().signum() == 0;
  }
}
