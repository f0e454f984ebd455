package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.partners.partner.BusinessPartner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** A transporter gets another vehicle. In the caller's transaction. */
@ApplicationScoped
public class AddVehicle {
  private final Vehicles vehicles;
  private final IdSource ids;
  private final Clock clock;

  AddVehicle(Vehicles vehicles, IdSource ids, Clock clock) {
    this.vehicles = vehicles;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param registered what a registry said before the transaction
   */
  public Uni<Vehicle> add(
      BusinessPartner partner, VehicleBody body, Optional<VehicleRegistry.Record> registered) {
    VehicleRules.check(partner);
    Vehicle vehicle = Vehicle.of(ids.next(), partner.id(), clock.instant());
    vehicle.describe(body, registered);
    return vehicles.refuseTaken(body.number(), vehicle.id).chain(() -> vehicles.persist(vehicle));
  }
}
