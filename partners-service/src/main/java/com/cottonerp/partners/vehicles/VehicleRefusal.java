package com.cottonerp.partners.vehicles;

import com.cottonerp.defaults.problem.Explained;
import com.cottonerp.defaults.problem.Refusal;

/** Why a vehicle is not taken. */
sealed interface VehicleRefusal extends Refusal {
  @Explained(means = "Only a transporter has vehicles.", remedy = "Check the kind of the partner.")
  record TransportersOnly() implements VehicleRefusal {
    @Override
    public String detail() {
      return "Only a service provider of the type transporter has vehicles";
    }
  }

  @Explained(
      means = "The vehicle is registered already.",
      remedy = "Check the number of the vehicle.")
  record VehicleTaken(String vehicleNumber) implements VehicleRefusal {
    @Override
    public int status() {
      return CONFLICT;
    }

    @Override
    public String detail() {
      return "The vehicle %s is registered already".formatted(vehicleNumber);
    }
  }
}
