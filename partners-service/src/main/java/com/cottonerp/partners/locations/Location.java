package com.cottonerp.partners.locations;

import com.cottonerp.contracts.partners.v1.PartnerLocation;
import com.cottonerp.partners.identity.IndianIdentifiers;
import com.cottonerp.partners.onboarding.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A place of a partner. */
@Entity
@Table(name = "partner_location")
class Location {
  @Id UUID id;

  @Column(name = "partner_id")
  UUID partnerId;

  @Enumerated(EnumType.STRING)
  LocationType type;

  String name;
  String gstin;

  @Column(name = "tax_id_key")
  String taxIdKey;

  String address;
  String city;
  String state;

  @Column(name = "postal_code")
  String postalCode;

  @Column(columnDefinition = "char(2)")
  String country;

  BigDecimal latitude;
  BigDecimal longitude;

  @Column(name = "geocode_confidence")
  BigDecimal geocodeConfidence;

  @Column(name = "can_ship")
  boolean canShip;

  @Column(name = "can_receive")
  boolean canReceive;

  @Column(name = "default_ship_to")
  boolean defaultShipTo;

  @Column(name = "default_ship_from")
  boolean defaultShipFrom;

  boolean active;

  @Column(name = "created_at")
  Instant createdAt;

  static Location of(UUID id, UUID partnerId, Instant now) {
    Location location = new Location();
    location.id = id;
    location.partnerId = partnerId;
    location.active = true;
    location.createdAt = now;
    return location;
  }

  void describe(LocationBody body, Geocoder.Position position, String gstinKey) {
    Address where = body.address();
    type = body.type();
    name = body.name();
    gstin = LocationRules.gstinOf(body);
    taxIdKey = gstinKey;
    address = where.line();
    city = where.city();
    state = where.state();
    postalCode = where.postalCode();
    country = where.country();
    latitude = position.latitude();
    longitude = position.longitude();
    geocodeConfidence = position.confidence();
    canShip = body.ships();
    canReceive = body.receives();
    defaultShipTo = body.defaultShipTo();
    defaultShipFrom = body.defaultShipFrom();
  }

  PartnerLocation published() {
    return new PartnerLocation(
        id,
        type.toString(),
        name,
        address,
        city,
        state,
        gstin == null ? null : IndianIdentifiers.stateCodeOf(gstin),
        country,
        latitude,
        longitude,
        taxIdKey,
        canShip,
        canReceive,
        defaultShipTo,
        defaultShipFrom);
  }

  LocationView view() {
    return new LocationView(
        id,
        type,
        name,
        gstin,
        new Address(address, city, state, postalCode, country, latitude, longitude),
        geocodeConfidence,
        canShip,
        canReceive,
        defaultShipTo,
        defaultShipFrom);
  }
}
