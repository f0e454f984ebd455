package com.cottonerp.tradedesk.posting;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who may see a post, and be matched with it: everybody; nobody but its owner; those who are named;
 * internal users and those who are matched by hand.
 */
public enum Visibility {
  PUBLIC,
  PRIVATE,
  RESTRICTED,
  INTERNAL;

  /**
   * Whether another partner may see the post.
   *
   * @param named those whom a RESTRICTED post names; nobody when it names nobody
   */
  public boolean admits(List<UUID> named, UUID partnerId) {
    return this == PUBLIC || (this == RESTRICTED && named.contains(partnerId));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
