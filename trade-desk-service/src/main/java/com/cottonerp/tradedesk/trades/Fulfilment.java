package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.problem.InvalidField;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of the goods of a trade went how far, in the quantity unit of the trade. Immutable.
 *
 * @param dispatched what left the seller
 * @param delivered what arrived at the buyer
 * @param deliveredAt null until the buyer says that goods arrived
 * @param completedAt null until the buyer says that all is well
 */
@Embeddable
record Fulfilment(
    @Column(name = "dispatched_quantity") BigDecimal dispatched,
    @Column(name = "delivered_quantity") BigDecimal delivered,
    @Column(name = "delivered_at") Instant deliveredAt,
    @Column(name = "completed_at") Instant completedAt) {
  /** A rule of the house: hidden faults of cotton show when the bales are opened. */
  private static final Duration DISPUTABLE = Duration.ofDays(15);

  private static final int SCALE = 3;

  static Fulfilment none() {
    BigDecimal nothing = BigDecimal.ZERO.setScale(SCALE);
    return new Fulfilment(nothing, nothing, null, null);
  }

  /**
   * @param all what the trade is about
   * @param said how much left in all; null: everything
   */
  Fulfilment dispatch(BigDecimal all, BigDecimal said) {
    return new Fulfilment(upTo(all, said), delivered, deliveredAt, completedAt);
  }

  /**
   * @param said how much arrived in all; null: everything that left
   */
  Fulfilment deliver(BigDecimal said, Instant now) {
    return new Fulfilment(dispatched, upTo(dispatched, said), now, completedAt);
  }

  Fulfilment complete(Instant now) {
    return new Fulfilment(dispatched, delivered, deliveredAt, now);
  }

  /** What can be had again when the trade is cancelled: never what the buyer has, or what left. */
  BigDecimal toGiveBack(BigDecimal all) {
    return all.subtract(deliveredAt == null ? dispatched : delivered);
  }

  boolean isTooLateToDispute(Instant now) {
    return completedAt != null && now.isAfter(completedAt.plus(DISPUTABLE));
  }

  private static BigDecimal upTo(BigDecimal most, BigDecimal said) {
    if (said == null) {
      return most;
    }
    if (said.compareTo(most) > 0) {
      throw new InvalidField("/quantity", "is at most " + most.toPlainString()).refused();
    }
    return said.setScale(SCALE);
  }
}
