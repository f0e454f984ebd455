package com.cottonerp.tradedesk.posting;

import java.util.UUID;

/** What a partner posted: of its owner, and seen by others or not. */
public interface Post {
  UUID id();

  /** What it is called where it is not there: availability, requirement. */
  String kind();

  UUID ownerId();

  /**
   * Whether a partner may see it: the owner always, others by its visibility and while it is open.
   */
  boolean isVisibleTo(UUID partnerId);
}
