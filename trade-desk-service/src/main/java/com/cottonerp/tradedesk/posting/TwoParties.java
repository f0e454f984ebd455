package com.cottonerp.tradedesk.posting;

import java.util.UUID;

/**
 * Who would trade with whom, and who is told when they may not.
 *
 * @param toldTo the partner for which the caller acts: of the other one it learns that it is
 *     unavailable, never why; null for internal users, who learn everything
 */
public record TwoParties(UUID buyerId, UUID sellerId, UUID toldTo) {
  boolean hides(UUID partnerId) {
    return toldTo != null && !toldTo.equals(partnerId);
  }

  UUID on(Side side) {
    return side == Side.BUY ? buyerId : sellerId;
  }
}
