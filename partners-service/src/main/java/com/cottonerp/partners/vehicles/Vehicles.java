package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.lists.Conditions;
import com.cottonerp.defaults.lists.Listing;
import com.cottonerp.defaults.lists.Order;
import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The vehicles of all partners. */
@ApplicationScoped
class Vehicles implements PanacheRepositoryBase<Vehicle, UUID> {
  Uni<Vehicle> get(UUID partnerId, UUID id) {
    return find("id = ?1 and partnerId = ?2 and active", id, partnerId)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("vehicle", id).refused());
  }

  Listing<Vehicle> of(UUID partnerId) {
    return new Listing<>(
        Vehicle.class,
        new Conditions().is("partnerId", partnerId).is("active", true),
        Order.byTime("oldest", (Vehicle one) -> one.id));
  }

  /** Of two at the same moment the database refuses one. */
  Uni<Void> refuseTaken(String vehicleNumber, UUID exceptFor) {
    return count("vehicleNumber = ?1 and active and id <> ?2", vehicleNumber, exceptFor)
        .invoke(
            count -> {
              if (count > 0) {
                throw new VehicleRefusal.VehicleTaken(vehicleNumber).refused();
              }
            })
        .replaceWithVoid();
  }
}
