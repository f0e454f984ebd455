package com.cottonerp.partners.vehicles;

import com.cottonerp.partners.applicant.ServiceProviderType;
import com.cottonerp.partners.partner.BusinessPartner;

/** What must be true of a partner that has vehicles. Pure. */
public final class VehicleRules {
  private VehicleRules() {}

  /** Refuses vehicles of a partner that does not carry goods. */
  public static void check(BusinessPartner partner) {
    partner.mustNotBeInactive();
    if (partner.applicant().serviceProviderType() != ServiceProviderType.TRANSPORTER) {
      throw new VehicleRefusal.TransportersOnly().refused();
    }
  }
}
