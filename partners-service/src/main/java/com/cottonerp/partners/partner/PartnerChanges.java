package com.cottonerp.partners.partner;

import com.cottonerp.defaults.http.ChangeById;
import com.cottonerp.defaults.http.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How a partner is changed over HTTP. */
@ApplicationScoped
class PartnerChanges {
  @Produces
  @Singleton
  ChangeById<BusinessPartner, PartnerView> changePartner(
      Commands commands, PartnerAccess access, Partners partners) {
    return new ChangeById<>(
        commands,
        access::load,
        BusinessPartner::version,
        // The flush makes the new version known also where no event was raised.
        partner -> partners.save(partner).call(partners::flush),
        PartnerView::of);
  }
}
