package com.cottonerp.partners.vehicles;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The road transport authority's registry. A deployment that has access to one provides its own
 * bean. Never called within a transaction.
 */
public interface VehicleRegistry {
  /** What the registry says; empty when it says nothing, which verifies nothing. */
  Uni<Optional<Record>> lookUp(String vehicleNumber);

  /** What the registry says takes the place of what the partner says. */
  record Record(String owner, LocalDate insuranceValidTo, LocalDate fitnessValidTo) {}
}
