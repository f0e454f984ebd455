package com.cottonerp.tradedesk.posting;

import java.util.UUID;

/**
 * Who acts for a partner. Immutable.
 *
 * @param userId an opaque id
 * @param brokerUser the user, when it is one of the brokerage who acts on behalf of the partner;
 *     null when it is one of the partner
 */
public record Actor(UUID partnerId, String userId, String brokerUser) {
  /** The actor as the one who speaks for a side. */
  public ActingSide on(Side side) {
    return new ActingSide(side, brokerUser);
  }
}
