package com.cottonerp.partners.vehicles;

import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A vehicle is described anew. In the caller's transaction. */
@ApplicationScoped
class ChangeVehicle {
  private final Vehicles vehicles;

  ChangeVehicle(Vehicles vehicles) {
    this.vehicles = vehicles;
  }

  /**
   * @param registered what a registry said before the transaction
   */
  Uni<Vehicle> change(
      BusinessPartner partner,
      UUID vehicleId,
      VehicleBody body,
      Optional<VehicleRegistry.Record> registered) {
    VehicleRules.check(partner);
    return vehicles
        .get(partner.id(), vehicleId)
        .call(() -> vehicles.refuseTaken(body.number(), vehicleId))
        .invoke(vehicle -> vehicle.describe(body, registered));
  }
}
