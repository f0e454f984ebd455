package com.cottonerp.partners.locations;

import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * A partner has one head office, one default to ship to and one to ship from: the former location
 * gives them up when another one takes them. A code is refused while another location has it.
 */
@ApplicationScoped
class ReplaceDefaults {
  private final Locations locations;

  ReplaceDefaults(Locations locations) {
    this.locations = locations;
  }

  /**
   * In the caller's transaction; the caller saves the partner.
   *
   * @param locationId the location that is about to become as the body says
   */
  Uni<Void> replace(BusinessPartner partner, LocationBody body, UUID locationId) {
    return locations
        .of(partner.id())
        .invoke(
            all ->
                all.stream()
                    .filter(other -> !other.id.equals(locationId))
                    .forEach(other -> giveUp(partner, other, body)))
        // WHY a flush: the database allows one default at a time, also within a transaction.
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
}
