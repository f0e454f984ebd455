package com.cottonerp.tradedesk.partnerdirectory;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A place of a partner, as a trade asks for it.
 *
 * @param freeCapacity in quintals; null when it is not known, which limits nothing
 * @param commodityCodes what it takes; empty takes everything
 * @param registered whether the partner is registered for GST there
 * @param thirdParty whether somebody else takes the goods there, for the partner
 * @param sez whether it is a unit in a special economic zone
 */
public record Branch(
    UUID id,
    String name,
    String address,
    String city,
    String state,
    String stateCode,
    String postalCode,
    String country,
    boolean canShip,
    boolean canReceive,
    boolean defaultShipTo,
    boolean defaultShipFrom,
    boolean headOffice,
    BigDecimal freeCapacity,
    List<String> commodityCodes,
    boolean registered,
    boolean thirdParty,
    boolean sez) {

  public boolean takes(String commodityCode) {
    return commodityCodes.isEmpty() || commodityCodes.contains(commodityCode);
  }

  public boolean isIn(String otherCountry) {
    return country.equals(otherCountry);
  }
}
