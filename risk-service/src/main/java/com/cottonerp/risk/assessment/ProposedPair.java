package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.eventing.inbox.EventPosition;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A match, with the facts that risk needs.
 *
 * @param value the highest value that the parties may agree on
 * @param sequence the sequence of the match's event
 * @param goodsCountry where the goods lie; null for older events, like deliveryCountry
 * @param sameBranch whether both posts are of one branch and a post forbids that
 * @param day in India, at whose exchange rates the value counts; null of pairs from before rates
 *     were kept
 */
record ProposedPair(
    UUID matchId,
    UUID buyerId,
    UUID sellerId,
    UUID commodityId,
    Money value,
    String goodsCountry,
    String deliveryCountry,
    boolean sameBranch,
    Long sequence,
    LocalDate day) {

  static ProposedPair of(MatchProposed match, EventPosition at) {
    boolean sameBranch =
        match.buyerBranchId() != null
            && match.buyerBranchId().equals(match.sellerBranchId())
            && Boolean.TRUE.equals(match.internalTradeBlocked());
    return new ProposedPair(
        match.matchId(),
        match.buyerId(),
        match.sellerId(),
        match.commodityId(),
        match.highestValue() == null ? match.value() : match.highestValue(),
        match.goodsCountry(),
        match.deliveryCountry(),
        sameBranch,
        at.sequence(),
        BusinessDay.of(at.occurredAt()));
  }

  /** One side of the pair, as a post to assess. */
  Post sideOf(UUID partnerId, String side) {
    return new Post("MATCH", matchId, partnerId, side, commodityId, value, sequence, day);
  }
}
