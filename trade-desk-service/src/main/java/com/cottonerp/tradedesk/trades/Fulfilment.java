package com.cottonerp.tradedesk.trades;

import com.cottonerp.defaults.problem.InvalidField;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of the goods of a trade went how far, in the quantity unit of the trade. Quantities
 * never shrink. Immutable.
 *
 * @param dispatched what left the seller; null in what a program of the version before wrote
 * @param delivered what arrived at the buyer; null likewise
 * @param deliveredAt null until the buyer says that the goods which left arrived
 * @param completedAt when the buyer first said that all is well; null until then
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
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(SCALE);

  static Fulfilment none() {
    return new Fulfilment(NOTHING, NOTHING, null, null);
  }

  /**
   * What is stored, completed by the status where no quantities are: then all of it left, or
   * arrived.
   *
   * @param stored null when nothing is
   * @param all what the trade is about
   */
  static Fulfilment of(Fulfilment stored, TradeStatus status, BigDecimal all) {
    if (stored != null && stored.dispatched != null && !isBehind(stored, status)) {
      return stored;
    }
    Instant arrived = stored == null ? null : stored.deliveredAt;
    boolean left = arrived != null || status.isAfterDispatch();
    return new Fulfilment(
        left ? all : NOTHING,
        arrived == null ? NOTHING : all,
        arrived,
        stored == null ? null : stored.completedAt);
  }

  /** A program of the version before moved it on, and wrote no quantities. */
  private static boolean isBehind(Fulfilment stored, TradeStatus status) {
    return stored.dispatched.signum() == 0
        && stored.completedAt == null
        && (stored.deliveredAt != null || status == TradeStatus.IN_TRANSIT);
  }

  /**
   * @param all what the trade is about
   * @param said how much left in all; null: everything
   */
  Fulfilment dispatch(BigDecimal all, BigDecimal said) {
    if (said != null && said.signum() == 0) {
      throw new InvalidField("/quantity", "is more than 0: goods leave").refused();
    }
    return new Fulfilment(between(dispatched, all, said), delivered, null, completedAt);
  }

  /**
   * @param said how much arrived in all; null: everything that left
   */
  Fulfilment deliver(BigDecimal said, Instant now) {
    return new Fulfilment(dispatched, between(delivered, dispatched, said), now, completedAt);
  }

  Fulfilment complete(Instant now) {
    return new Fulfilment(
        dispatched, delivered, deliveredAt, completedAt == null ? now : completedAt);
  }

  /** What can be had again when the trade is cancelled: never what the buyer has, or what left. */
  BigDecimal toGiveBack(BigDecimal all) {
    return all.subtract(deliveredAt == null ? dispatched : delivered);
  }

  /** Also of a trade that was completed nobody knows when. */
  boolean isTooLateToDispute(Instant now) {
    Instant from = completedAt == null ? deliveredAt : completedAt;
    return from == null || now.isAfter(from.plus(DISPUTABLE));
  }

  private static BigDecimal between(BigDecimal least, BigDecimal most, BigDecimal said) {
    if (said == null) {
      return most;
    }
    if (said.compareTo(least) < 0 || said.compareTo(most) > 0) {
      throw new InvalidField(
              "/quantity",
              "is between %s and %s, in all".formatted(least.toPlainString(), most.toPlainString()))
          .refused();
    }
    return said.setScale(SCALE);
  }
}
