package com.cottonerp.tradedesk.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Which users of the brokerage act on behalf of the two sides, by opaque ids. Immutable.
 *
 * @param ofBuyer null when the buyer acts itself
 * @param ofSeller null when the seller acts itself
 */
@Embeddable
public record SideBrokers(
    @Column(name = "buyer_broker") String ofBuyer,
    @Column(name = "seller_broker") String ofSeller) {
  private static final SideBrokers NONE = new SideBrokers(null, null);

  /**
   * @param stored null when both sides act themselves
   */
  public static SideBrokers of(SideBrokers stored) {
    return stored == null ? NONE : stored;
  }

  /** These, after a side did something. */
  public SideBrokers after(ActingSide acting) {
    return acting.side() == Side.BUY
        ? new SideBrokers(acting.brokerUser(), ofSeller)
        : new SideBrokers(ofBuyer, acting.brokerUser());
  }

  public boolean actForBuyer() {
    return ofBuyer != null;
  }

  public boolean actForSeller() {
    return ofSeller != null;
  }
}
