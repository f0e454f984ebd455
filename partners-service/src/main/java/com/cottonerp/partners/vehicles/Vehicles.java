package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

  Uni<List<Vehicle>> of(UUID partnerId) {
    return list("partnerId = ?1 and active order by id", partnerId);
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
