package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import java.util.UUID;

/** What risk needs to know of a post. */
record Post(
    String subjectType,
    UUID subjectId,
    UUID partnerId,
    String side,
    UUID commodityId,
    Money value) {

  static Post of(AvailabilitySnapshot offer) {
    return new Post(
        "AVAILABILITY",
        offer.availabilityId(),
        offer.sellerId(),
        "SELL",
        offer.commodityId(),
        offer.value());
  }

  static Post of(RequirementSnapshot wish) {
    return new Post(
        "REQUIREMENT",
        wish.requirementId(),
        wish.buyerId(),
        "BUY",
        wish.commodityId(),
        wish.value());
  }

  String oppositeSide() {
    return side.equals("BUY") ? "SELL" : "BUY";
  }
}
