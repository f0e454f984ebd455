package com.cottonerp.tradedesk.partnerdirectory;

import com.cottonerp.contracts.partners.v1.PartnerLocation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A place of a partner in the directory. */
@Entity
@Table(name = "partner_directory_location")
public class DirectoryLocation {
  @Id
  @Column(name = "location_id")
  UUID locationId;

  @Column(name = "partner_id")
  UUID partnerId;

  String type;
  String name;
  String address;
  String city;
  String state;

  @Column(name = "state_code")
  String stateCode;

  String country;
  BigDecimal latitude;
  BigDecimal longitude;

  @Column(name = "tax_id_key")
  String taxIdKey;

  @Column(name = "can_ship")
  boolean canShip;

  @Column(name = "can_receive")
  boolean canReceive;

  @Column(name = "default_ship_to")
  boolean defaultShipTo;

  @Column(name = "default_ship_from")
  boolean defaultShipFrom;

  String code;

  @Column(name = "postal_code")
  String postalCode;

  @Column(name = "head_office")
  boolean headOffice;

  /** In quintals; null when it is not known, which limits nothing. */
  @Column(name = "free_capacity")
  BigDecimal freeCapacity;

  /** Separated by commas; null takes everything. */
  @Column(name = "commodity_codes")
  String commodityCodes;

  boolean sez;

  static DirectoryLocation of(UUID partnerId, PartnerLocation published) {
    DirectoryLocation location = new DirectoryLocation();
    location.partnerId = partnerId;
    location.locationId = published.id();
    location.replaceWith(published);
    return location;
  }

  Branch branch() {
    return new Branch(
        locationId,
        name,
        address,
        city,
        state,
        stateCode,
        postalCode,
        country,
        canShip,
        canReceive,
        defaultShipTo,
        defaultShipFrom,
        headOffice,
        freeCapacity,
        commodityCodes == null ? List.of() : List.of(commodityCodes.split(",")),
        taxIdKey != null,
        "ship_to".equals(type),
        sez);
  }

  void replaceWith(PartnerLocation published) {
    type = published.type();
    name = published.name();
    address = published.address();
    city = published.city();
    state = published.state();
    stateCode = published.stateCode();
    country = published.country();
    latitude = published.latitude();
    longitude = published.longitude();
    taxIdKey = published.taxIdKey();
    canShip = published.canShip();
    canReceive = published.canReceive();
    defaultShipTo = published.defaultShipTo();
    defaultShipFrom = published.defaultShipFrom();
    code = published.code();
    postalCode = published.postalCode();
    headOffice = Boolean.TRUE.equals(published.headOffice());
    sez = Boolean.TRUE.equals(published.sez());
    freeCapacity = published.freeCapacity();
    commodityCodes =
        published.commodityCodes() == null ? null : String.join(",", published.commodityCodes());
  }
}
