package com.cottonerp.partners.vehicles;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** No registry is connected: nothing is known, and nothing pretends to be verified. */
@DefaultBean
@ApplicationScoped
class NoVehicleRegistry implements VehicleRegistry {
  @Override
  public Uni<Optional<Record>> lookUp(String vehicleNumber) {
    return Uni.createFrom().item(Optional.empty());
  }
}
