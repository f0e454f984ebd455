package com.cottonerp.partners.locations;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Adds, changes and removes a partner's places, in the caller's transaction. */
@ApplicationScoped
class LocationHandlers {
  private final Partners partners;
  private final Locations locations;
  private final KeyedHashes hashes;
  private final IdSource ids;
  private final Clock clock;

  LocationHandlers(
      Partners partners, Locations locations, KeyedHashes hashes, IdSource ids, Clock clock) {
    this.partners = partners;
    this.locations = locations;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<Location> add(BusinessPartner partner, LocationBody body, Geocoder.Position position) {
    LocationRules.check(partner, body, position);
    Location location = Location.of(ids.next(), partner.id(), clock.instant());
    location.describe(body, position, keyOf(body));
    partner.locationAdded(location.published());
    return locations.persist(location).call(() -> partners.save(partner));
  }

  Uni<Location> update(
      BusinessPartner partner, UUID locationId, LocationBody body, Geocoder.Position position) {
    LocationRules.check(partner, body, position);
    return locations
        .get(partner.id(), locationId)
        .invoke(
            location -> {
              location.describe(body, position, keyOf(body));
              partner.locationUpdated(location.published());
            })
        .call(() -> partners.save(partner));
  }

  Uni<Void> remove(BusinessPartner partner, UUID locationId) {
    return locations
        .get(partner.id(), locationId)
        .invoke(
            location -> {
              location.active = false;
              partner.locationRemoved(location.published());
            })
        .call(() -> partners.save(partner))
        .replaceWithVoid();
  }

  private String keyOf(LocationBody body) {
    return hashes.ofIdentifier(LocationRules.gstinOf(body));
  }
}
