package com.cottonerp.partners.locations;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.locations.Location.Checked;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.Partners;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;

/** Adds, changes and removes a partner's places, in the caller's transaction. */
@ApplicationScoped
public class ManageLocations {
  private final Partners partners;
  private final Locations locations;
  private final KeyedHashes hashes;
  private final IdSource ids;
  private final Clock clock;

  ManageLocations(
      Partners partners, Locations locations, KeyedHashes hashes, IdSource ids, Clock clock) {
    this.partners = partners;
    this.locations = locations;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
  }

  public Uni<Location> add(BusinessPartner partner, LocationBody body, Checked checked) {
    LocationRules.check(partner, body, checked);
    Location location = Location.of(ids.next(), partner.id(), clock.instant());
    return makeRoom(partner, body, location.id)
        .chain(
            () -> {
              location.describe(body, checked, hashes);
              partner.locationAdded(location.published());
              return locations.persistAndFlush(location);
            })
        .call(() -> partners.save(partner));
  }

  Uni<Location> update(
      BusinessPartner partner, UUID locationId, LocationBody body, Checked checked) {
    LocationRules.check(partner, body, checked);
    return locations
        .get(partner.id(), locationId)
        .call(location -> makeRoom(partner, body, locationId))
        .invoke(
            location -> {
              if (location.headOffice && !body.headOffice()) {
                throw new LocationRefusal.HeadOfficeStays().refused();
              }
              location.describe(body, checked, hashes);
              partner.locationUpdated(location.published());
            })
        .call(() -> partners.save(partner));
  }

  // A code is one place's, and so are the head office and the defaults: who has them gives them up.
  private Uni<Void> makeRoom(BusinessPartner partner, LocationBody body, UUID except) {
    return locations
        .of(partner.id())
        .invoke(
            all ->
                all.stream()
                    .filter(other -> !other.id.equals(except))
                    .forEach(other -> giveUp(partner, other, body)))
        .chain(() -> locations.flush());
  }

  private static void giveUp(BusinessPartner partner, Location other, LocationBody body) {
    if (body.code() != null && body.code().equals(other.code)) {
      throw new LocationRefusal.BranchCodeTaken(body.code()).refused();
    }
    boolean shipTo = other.defaultShipTo && body.defaultShipTo();
    boolean shipFrom = other.defaultShipFrom && body.defaultShipFrom();
    boolean headOffice = other.headOffice && body.headOffice();
    if (shipTo || shipFrom || headOffice) {
      other.defaultShipTo &= !shipTo;
      other.defaultShipFrom &= !shipFrom;
      other.headOffice &= !headOffice;
      partner.locationUpdated(other.published());
    }
  }

  /** Makes the keys of its places anew and publishes those that changed. */
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

  Uni<Location> move(BusinessPartner partner, UUID locationId, BigDecimal delta) {
    return locations
        .get(partner.id(), locationId)
        .invoke(
            location -> {
              location.move(delta);
              partner.locationUpdated(location.published());
            })
        .call(() -> partners.save(partner));
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
