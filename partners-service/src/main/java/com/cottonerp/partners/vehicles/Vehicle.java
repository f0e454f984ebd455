package com.cottonerp.partners.vehicles;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vehicle of a partner. */
@Entity
@Table(name = "partner_vehicle")
public class Vehicle {
  @Id UUID id;

  @Column(name = "partner_id")
  UUID partnerId;

  @Column(name = "vehicle_number")
  String vehicleNumber;

  String type;
  String owner;

  @Column(name = "maker_model")
  String makerModel;

  @Column(name = "capacity_tons")
  BigDecimal capacityTons;

  @Column(name = "registered_on")
  LocalDate registeredOn;

  @Column(name = "insurance_valid_to")
  LocalDate insuranceValidTo;

  @Column(name = "fitness_valid_to")
  LocalDate fitnessValidTo;

  @Column(name = "permit_type")
  String permitType;

  /** Whether a registry said so; false where none is connected. */
  @Column(name = "registry_verified")
  boolean registryVerified;

  boolean active;

  @Column(name = "created_at")
  Instant createdAt;

  static Vehicle of(UUID id, UUID partnerId, Instant now) {
    Vehicle vehicle = new Vehicle();
    vehicle.id = id;
    vehicle.partnerId = partnerId;
    vehicle.active = true;
    vehicle.createdAt = now;
    return vehicle;
  }

  void describe(VehicleBody body, Optional<VehicleRegistry.Record> registered) {
    vehicleNumber = body.number();
    type = body.type();
    owner = registered.map(VehicleRegistry.Record::owner).orElse(body.owner());
    makerModel = body.makerModel();
    capacityTons = body.capacityTons();
    registeredOn = body.registeredOn();
    insuranceValidTo =
        registered.map(VehicleRegistry.Record::insuranceValidTo).orElse(body.insuranceValidTo());
    fitnessValidTo =
        registered.map(VehicleRegistry.Record::fitnessValidTo).orElse(body.fitnessValidTo());
    permitType = body.permitType();
    registryVerified = registered.isPresent();
  }

  View view() {
    return new View(
        id,
        vehicleNumber,
        type,
        owner,
        makerModel,
        capacityTons,
        registeredOn,
        insuranceValidTo,
        fitnessValidTo,
        permitType,
        registryVerified);
  }

  /**
   * A vehicle as the API shows it.
   *
   * @param capacityTons in metric tons
   * @param insuranceValidTo the last day, as fitnessValidTo; null when neither the partner nor a
   *     registry says it
   * @param registryVerified whether a registry said so
   */
  @Schema(name = "VehicleView")
  record View(
      UUID id,
      String vehicleNumber,
      String type,
      String owner,
      @Nullable String makerModel,
      @Schema(description = "In metric tons") @JsonFormat(shape = JsonFormat.Shape.STRING)
          BigDecimal capacityTons,
      @Nullable LocalDate registeredOn,
      @Nullable @Schema(description = "The last day") LocalDate insuranceValidTo,
      @Nullable @Schema(description = "The last day") LocalDate fitnessValidTo,
      @Nullable String permitType,
      boolean registryVerified) {}
}
