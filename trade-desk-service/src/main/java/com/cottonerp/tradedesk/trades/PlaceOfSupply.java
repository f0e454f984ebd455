package com.cottonerp.tradedesk.trades;

import com.cottonerp.tradedesk.partnerdirectory.Branch;

/**
 * Where goods are supplied in the sense of section 10(1) of the IGST Act, 2017. Pure.
 *
 * <ul>
 *   <li>(a) The buyer takes them at a place of its own: where the movement ends.
 *   <li>(b) Somebody else takes them at the direction of the buyer (bill-to, ship-to), be it a job
 *       worker or another registration of the same firm: the registration that is billed.
 *   <li>(ca) The buyer is not registered: its address on the record.
 * </ul>
 */
final class PlaceOfSupply {
  private PlaceOfSupply() {}

  static Branch of(Branch billTo, Branch shipTo) {
    boolean othersTakeThem =
        shipTo.thirdParty() || shipTo.registered() && !shipTo.id().equals(billTo.id());
    return othersTakeThem || !billTo.registered() ? billTo : shipTo;
  }
}
