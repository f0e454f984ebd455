package com.cottonerp.partners.vehicles;

import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A vehicle goes, and its number may be registered again. In the caller's transaction. */
@ApplicationScoped
class RemoveVehicle {
  private final Vehicles vehicles;

  RemoveVehicle(Vehicles vehicles) {
    this.vehicles = vehicles;
  }

  Uni<Void> remove(BusinessPartner partner, UUID vehicleId) {
    return vehicles
        .get(partner.id(), vehicleId)
        .invoke(vehicle -> vehicle.active = false)
        .replaceWithVoid();
  }
}
