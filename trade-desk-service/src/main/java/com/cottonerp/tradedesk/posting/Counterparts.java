package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.problem.NotFound;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;

/** A requirement and an availability that may become a trade, with their parties. Immutable. */
@Embeddable
public record Counterparts(
    @Column(name = "requirement_id") UUID requirementId,
    @Column(name = "availability_id") UUID availabilityId,
    @Column(name = "buyer_id") UUID buyerId,
    @Column(name = "seller_id") UUID sellerId,
    @Column(name = "commodity_id") UUID commodityId) {

  /** Where a partner stands; empty when it is no party. */
  public Optional<Side> sideOf(UUID partnerId) {
    if (buyerId.equals(partnerId)) {
      return Optional.of(Side.BUY);
    }
    return sellerId.equals(partnerId) ? Optional.of(Side.SELL) : Optional.empty();
  }

  /**
   * Where a party stands; refuses who is none, as if the thing were not there.
   *
   * @param kind what the thing is called: match, negotiation, trade
   */
  public Side sideOf(UUID partnerId, String kind, UUID id) {
    return sideOf(partnerId).orElseThrow(() -> new NotFound(kind, id).refused());
  }

  public UUID partyOn(Side side) {
    return side == Side.BUY ? buyerId : sellerId;
  }

  /**
   * @param toldTo who is told when the parties may not trade; null for internal users
   */
  public TwoParties parties(UUID toldTo) {
    return new TwoParties(buyerId, sellerId, toldTo);
  }
}
