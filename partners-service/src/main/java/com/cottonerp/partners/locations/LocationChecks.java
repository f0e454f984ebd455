package com.cottonerp.partners.locations;

import com.cottonerp.partners.locations.Location.Checked;
import com.cottonerp.partners.onboarding.TaxRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Asks a map and the tax registry about a place, before any transaction begins. */
@ApplicationScoped
public class LocationChecks {
  private final Geocoder geocoder;
  private final TaxRegistry registry;

  LocationChecks(Geocoder geocoder, TaxRegistry registry) {
    this.geocoder = geocoder;
    this.registry = registry;
  }

  /** Refuses with 422 an address that there cannot be, before anybody is asked. */
  public Uni<Checked> check(LocationBody given) {
    LocationBody body = given.kept("");
    String gstin = LocationRules.gstinOf(body);
    Uni<Optional<TaxRegistry.Registration>> registration =
        gstin == null ? Uni.createFrom().item(Optional.empty()) : registry.lookUp(gstin);
    return geocoder
        .locate(body.address())
        .chain(position -> registration.map(known -> new Checked(body, position, known)));
  }
}
