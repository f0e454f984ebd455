package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.lists.Conditions;
import java.util.UUID;

/** Whose matches, negotiations and trades a list shows; for things with {@link Counterparts}. */
public final class PartyConditions {
  private static final String BUYS = "item.counterparts.buyerId = :";
  private static final String SELLS = "item.counterparts.sellerId = :";

  private PartyConditions() {}

  /**
   * @param party of whom the caller may see things; null for all
   * @param partnerId of whom the caller wants to see things; null for all
   */
  public static void add(Conditions conditions, UUID party, UUID partnerId) {
    isParty(conditions, "party", party);
    isParty(conditions, "partner", partnerId);
  }

  private static void isParty(Conditions conditions, String name, UUID partner) {
    conditions.either(BUYS + name, SELLS + name, name, partner);
  }
}
