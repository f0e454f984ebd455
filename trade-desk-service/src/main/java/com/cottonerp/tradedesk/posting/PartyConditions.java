package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.lists.Conditions;
import java.util.UUID;

/** Whose matches, negotiations and trades a list shows; for things with {@link Counterparts}. */
public final class PartyConditions {
  private static final String IS_PARTY =
      "item.counterparts.buyerId = :%1$s or item.counterparts.sellerId = :%1$s";

  private PartyConditions() {}

  /**
   * @param party of whom the caller may see things; null for all
   * @param partnerId of whom the caller wants to see things; null for all
   */
  public static void add(Conditions conditions, UUID party, UUID partnerId) {
    conditions
        .add(IS_PARTY.formatted("party"), "party", party)
        .add(IS_PARTY.formatted("partner"), "partner", partnerId);
  }
}
