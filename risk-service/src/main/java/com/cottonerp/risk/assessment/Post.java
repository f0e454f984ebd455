package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import java.util.UUID;

/**
 * A post, with the facts that risk needs.
 *
 * @param sequence the sequence of the post's event; null for a post that is not posted
 */
record Post(
    String subjectType,
    UUID subjectId,
    UUID partnerId,
    String side,
    UUID commodityId,
    Money value,
    Long sequence) {

  static Post of(AvailabilitySnapshot offer, long sequence) {
    return new Post(
        "AVAILABILITY",
        offer.availabilityId(),
        offer.sellerId(),
        "SELL",
        offer.commodityId(),
        offer.value(),
        sequence);
  }

  static Post of(RequirementSnapshot wish, long sequence) {
    return new Post(
        "REQUIREMENT",
        wish.requirementId(),
        wish.buyerId(),
        "BUY",
        wish.commodityId(),
        wish.value(),
        sequence);
  }

  String oppositeSide() {
    return side.equals("BUY") ? "SELL" : "BUY";
  }
}
