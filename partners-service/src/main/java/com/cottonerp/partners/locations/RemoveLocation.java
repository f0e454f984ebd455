package com.cottonerp.partners.locations;

import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A partner gives a location up; the head office stays. In the caller's transaction. */
@ApplicationScoped
class RemoveLocation {
  private final Partners partners;
  private final Locations locations;

  RemoveLocation(Partners partners, Locations locations) {
    this.partners = partners;
    this.locations = locations;
  }

  Uni<Void> remove(BusinessPartner partner, UUID locationId) {
    return locations
        .get(partner.id(), locationId)
        .invoke(
            location -> {
              if (location.headOffice) {
                throw new LocationRefusal.HeadOfficeStays().refused();
              }
              location.active = false;
              partner.locationRemoved(location.published());
            })
        .call(() -> partners.save(partner))
        .replaceWithVoid();
  }
}
