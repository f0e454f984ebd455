package com.cottonerp.tradedesk.posting;

import java.util.UUID;

/** A user who acts for a partner. Immutable. */
public record Actor(UUID partnerId, ActingUser user) {
  /** The actor as the one who speaks for a side. */
  public ActingSide on(Side side) {
    return new ActingSide(side, user.brokerUser());
  }
}
