package com.cottonerp.risk.assessment;

import com.cottonerp.contracts.Money;
import com.cottonerp.contracts.trade.v1.MatchProposed;
import java.util.UUID;

/**
 * What risk needs to know of a match.
 *
 * @param value the most that the parties may agree on
 * @param sequence of the event that it was told by
 * @param goodsCountry where the goods lie; null of older events, like deliveryCountry
 * @param sameBranch whether both posts are of one branch, and one of them forbids that
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
    Long sequence) {

  static ProposedPair of(MatchProposed match, long sequence) {
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
        sequence);
  }

  /** One side of it, judged as a post would be. */
  Post sideOf(UUID partnerId, String side) {
    return new Post("MATCH", matchId, partnerId, side, commodityId, value, sequence);
  }
}
