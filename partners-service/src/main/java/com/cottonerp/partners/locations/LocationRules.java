package com.cottonerp.partners.locations;

import com.cottonerp.defaults.india.Gstin;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.defaults.text.Names;
import com.cottonerp.partners.locations.Location.Checked;
import com.cottonerp.partners.locations.LocationRefusal.AddressNotFound;
import com.cottonerp.partners.locations.LocationRefusal.BranchNeedsGstin;
import com.cottonerp.partners.locations.LocationRefusal.GstinNotActive;
import com.cottonerp.partners.locations.LocationRefusal.GstinOfAnotherName;
import com.cottonerp.partners.locations.LocationRefusal.GstinOfAnotherPartner;
import com.cottonerp.partners.locations.LocationRefusal.ShipToNeedsBuyer;
import com.cottonerp.partners.onboarding.TaxRegistry;
import com.cottonerp.partners.partner.BusinessPartner;
import java.math.BigDecimal;

/** What must be true of a partner's place. Pure. */
final class LocationRules {
  private static final BigDecimal LEAST_CONFIDENCE = new BigDecimal("0.50");

  private LocationRules() {}

  static void check(BusinessPartner partner, Checked checked) {
    LocationBody place = checked.place();
    Geocoder.Position position = checked.position();
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
        && !Gstin.panOf(place.gstin()).equals(partner.applicant().panNumber())) {
      throw new GstinOfAnotherPartner().refused();
    }
    checked.registration().ifPresent(registration -> check(partner, registration));
    if (place.defaultShipTo() && !place.receives()) {
      throw new InvalidField("/defaultShipTo", "is for a place that receives").refused();
    }
    if (place.defaultShipFrom() && !place.ships()) {
      throw new InvalidField("/defaultShipFrom", "is for a place that ships").refused();
    }
  }

  private static void check(BusinessPartner partner, TaxRegistry.Registration registration) {
    if (!registration.active()) {
      throw new GstinNotActive().refused();
    }
    if (!Names.normalised(registration.legalName())
        .equalsIgnoreCase(Names.normalised(partner.applicant().legalName()))) {
      throw new GstinOfAnotherName(registration.legalName()).refused();
    }
  }

  /**
   * Goods are received at a ship-to place without a registration: a GSTIN given there is dropped.
   */
  static String gstinOf(LocationBody place) {
    return place.type() == LocationType.SHIP_TO ? null : place.gstin();
  }
}
