package com.cottonerp.partners.locations;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.locations.Location.Checked;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A partner gets another location. In the caller's transaction. */
@ApplicationScoped
public class AddLocation {
  private final Partners partners;
  private final Locations locations;
  private final ReplaceDefaults defaults;
  private final KeyedHashes hashes;
  private final IdSource ids;
  private final Clock clock;

  AddLocation(
      Partners partners,
      Locations locations,
      ReplaceDefaults defaults,
      KeyedHashes hashes,
      IdSource ids,
      Clock clock) {
    this.partners = partners;
    this.locations = locations;
    this.defaults = defaults;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param checked what a map and a registry said before the transaction
   */
  public Uni<Location> add(BusinessPartner partner, Checked checked) {
    LocationRules.check(partner, checked);
    Location location = Location.of(ids.next(), partner.id(), clock.instant());
    return defaults
        .replace(partner, checked.place(), location.id)
        .chain(
            () -> {
              location.describe(checked, hashes);
              partner.locationAdded(location.published());
              return locations.persistAndFlush(location);
            })
        .call(() -> partners.save(partner));
  }
}
