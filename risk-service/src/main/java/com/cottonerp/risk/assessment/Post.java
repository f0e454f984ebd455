package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.AvailabilitySnapshot;
import com.cottonerp.contracts.trade.v1.RequirementSnapshot;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.inbox.EventPosition;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A post, with the facts that risk needs.
 *
 * @param sequence the sequence of the post's event; null for a post that is not posted
 * @param day in India, at whose exchange rates the value counts; null of posts from before rates
 *     were kept
 */
record Post(
    String subjectType,
    UUID subjectId,
    UUID partnerId,
    String side,
    UUID commodityId,
    Money value,
    Long sequence,
    LocalDate day) {

  static Post of(AvailabilitySnapshot offer, EventPosition at) {
    return new Post(
        "AVAILABILITY",
        offer.availabilityId(),
        offer.sellerId(),
        "SELL",
        offer.commodityId(),
        offer.value(),
        at.sequence(),
        BusinessDay.of(at.occurredAt()));
  }

  static Post of(RequirementSnapshot wish, EventPosition at) {
    return new Post(
        "REQUIREMENT",
        wish.requirementId(),
        wish.buyerId(),
        "BUY",
        wish.commodityId(),
        wish.value(),
        at.sequence(),
        BusinessDay.of(at.occurredAt()));
  }

  String oppositeSide() {
    return side.equals("BUY") ? "SELL" : "BUY";
  }
}
