package com.cottonerp.tradedesk.posting;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who may see a post, and be matched with it: every partner; the owner alone; the partners that the
 * post names; internal users and partners who are matched by hand.
 */
public enum Visibility {
  PUBLIC,
  PRIVATE,
  RESTRICTED,
  INTERNAL;

  /**
   * Whether another partner may see the post.
   *
   * @param named the partners that a RESTRICTED post names; may be empty
   */
  public boolean admits(List<UUID> named, UUID partnerId) {
    return this == PUBLIC || (this == RESTRICTED && named.contains(partnerId));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
