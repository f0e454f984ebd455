package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.applicant.ServiceProviderType;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Adds, changes and removes vehicles, in the caller's transaction. */
@ApplicationScoped
public class ManageVehicles {
  private final Vehicles vehicles;
  private final IdSource ids;
  private final Clock clock;

  ManageVehicles(Vehicles vehicles, IdSource ids, Clock clock) {
    this.vehicles = vehicles;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param registered what a registry said before the transaction
   */
  public Uni<Vehicle> add(
      BusinessPartner partner, VehicleBody body, Optional<VehicleRegistry.Record> registered) {
    check(partner);
    Vehicle vehicle = Vehicle.of(ids.next(), partner.id(), clock.instant());
    vehicle.describe(body, registered);
    return vehicles.refuseTaken(body.number(), vehicle.id).chain(() -> vehicles.persist(vehicle));
  }

  /** Refuses vehicles of who does not carry goods. */
  public static void check(BusinessPartner partner) {
    partner.mustNotBeInactive();
    if (partner.applicant().serviceProviderType() != ServiceProviderType.TRANSPORTER) {
      throw new VehicleRefusal.TransportersOnly().refused();
    }
  }

  Uni<Vehicle> update(
      BusinessPartner partner,
      UUID vehicleId,
      VehicleBody body,
      Optional<VehicleRegistry.Record> registered) {
    check(partner);
    return vehicles
        .get(partner.id(), vehicleId)
        .call(() -> vehicles.refuseTaken(body.number(), vehicleId))
        .invoke(vehicle -> vehicle.describe(body, registered));
  }

  Uni<Void> remove(BusinessPartner partner, UUID vehicleId) {
    return vehicles
        .get(partner.id(), vehicleId)
        .invoke(vehicle -> vehicle.active = false)
        .replaceWithVoid();
  }
}
