package com.cottonerp.partners.locations;

import com.cottonerp.partners.identity.IndianIdentifiers;
import com.cottonerp.partners.locations.LocationRefusal.AddressNotFound;
import com.cottonerp.partners.locations.LocationRefusal.BranchNeedsGstin;
import com.cottonerp.partners.locations.LocationRefusal.GstinOfAnotherPartner;
import com.cottonerp.partners.locations.LocationRefusal.ShipToNeedsBuyer;
import com.cottonerp.partners.partner.BusinessPartner;
import java.math.BigDecimal;

/** What must be true of a partner's place. Pure. */
final class LocationRules {
  private static final BigDecimal LEAST_CONFIDENCE = new BigDecimal("0.50");

  private LocationRules() {}

  static void check(BusinessPartner partner, LocationBody place, Geocoder.Position position) {
    if (position.confidence().compareTo(LEAST_CONFIDENCE) < 0) {
      throw new AddressNotFound(position.confidence()).refused();
    }
    if (place.type() == LocationType.SHIP_TO && !partner.capabilities().mayBuy()) {
      throw new ShipToNeedsBuyer().refused();
    }
    if (place.type() == LocationType.BRANCH_DIFFERENT_STATE && place.gstin() == null) {
      throw new BranchNeedsGstin().refused();
    }
    if (gstinOf(place) != null
        && !IndianIdentifiers.panOf(place.gstin()).equals(partner.applicant().panNumber())) {
      throw new GstinOfAnotherPartner().refused();
    }
  }

  /**
   * Goods are received at a ship-to place without a registration: a GSTIN given there is dropped.
   */
  static String gstinOf(LocationBody place) {
    return place.type() == LocationType.SHIP_TO ? null : place.gstin();
  }
}
