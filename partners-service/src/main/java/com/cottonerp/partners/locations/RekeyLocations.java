package com.cottonerp.partners.locations;

import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the hashes of a partner's locations with the key in use. In the caller's transaction. */
@ApplicationScoped
public class RekeyLocations {
  private final Locations locations;
  private final KeyedHashes hashes;

  RekeyLocations(Locations locations, KeyedHashes hashes) {
    this.locations = locations;
    this.hashes = hashes;
  }

  /** The caller saves the partner, which publishes the locations that changed. */
  public Uni<Void> rekey(BusinessPartner partner) {
    return locations
        .of(partner.id())
        .invoke(
            all ->
                all.stream()
                    .filter(location -> !hashes.keyId().equals(location.hashKeyId))
                    .forEach(
                        location -> {
                          location.rekey(hashes);
                          partner.locationRekeyed(location.published());
                        }))
        .replaceWithVoid();
  }
}
