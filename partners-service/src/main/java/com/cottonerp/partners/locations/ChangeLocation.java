package com.cottonerp.partners.locations;

import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.locations.Location.Checked;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A location of a partner is described anew. In the caller's transaction. */
@ApplicationScoped
class ChangeLocation {
  private final Partners partners;
  private final Locations locations;
  private final ReplaceDefaults defaults;
  private final KeyedHashes hashes;

  ChangeLocation(
      Partners partners, Locations locations, ReplaceDefaults defaults, KeyedHashes hashes) {
    this.partners = partners;
    this.locations = locations;
    this.defaults = defaults;
    this.hashes = hashes;
  }

  /**
   * @param checked what a map and a registry said before the transaction
   */
  Uni<Location> change(BusinessPartner partner, UUID locationId, Checked checked) {
    LocationBody place = checked.place();
    LocationRules.check(partner, checked);
    return locations
        .get(partner.id(), locationId)
        .call(location -> defaults.replace(partner, place, locationId))
        .invoke(
            location -> {
              if (location.headOffice && !place.headOffice()) {
                throw new LocationRefusal.HeadOfficeStays().refused();
              }
              location.describe(checked, hashes);
              partner.locationUpdated(location.published());
            })
        .call(() -> partners.save(partner));
  }
}
