package com.cottonerp.partners.locations;

import com.cottonerp.contracts.partners.v1.PartnerLocation;
import com.cottonerp.defaults.india.IndianState;
import com.cottonerp.defaults.india.IndianStates;
import com.cottonerp.partners.applicant.Address;
import com.cottonerp.partners.identity.Identifier;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.onboarding.TaxRegistry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A place of a partner: a branch, a warehouse, an address to bill to; its type says what for. */
@Entity
@Table(name = "partner_location")
public class Location {
  @Id UUID id;

  @Column(name = "partner_id")
  UUID partnerId;

  @Enumerated(EnumType.STRING)
  LocationType type;

  String name;
  String gstin;

  @Column(name = "tax_id_key")
  String taxIdKey;

  /** With which secret the key was made; null in rows from before it was recorded. */
  @Column(name = "hash_key_id")
  String hashKeyId;

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

  /** The partner's own name of the branch. */
  String code;

  @Column(name = "head_office")
  boolean headOffice;

  /** Whether a registry said that the GSTIN is the partner's; false where none is connected. */
  @Column(name = "gstin_verified")
  boolean gstinVerified;

  /** In quintals; null when it is not known. */
  BigDecimal capacity;

  BigDecimal stock = BigDecimal.ZERO;

  /** Separated by commas; null takes everything. */
  @Column(name = "commodity_codes")
  String commodityCodes;

  /** Whether it is a unit in a special economic zone. */
  boolean sez;

  boolean active;

  @Column(name = "created_at")
  Instant createdAt;

  /** Makes its key with the secret that is in use. */
  void rekey(KeyedHashes hashes) {
    taxIdKey = hashes.ofIdentifier(gstin);
    hashKeyId = hashes.keyId();
  }

  static Location of(UUID id, UUID partnerId, Instant now) {
    Location location = new Location();
    location.id = id;
    location.partnerId = partnerId;
    location.active = true;
    location.createdAt = now;
    return location;
  }

  void describe(Checked checked, KeyedHashes hashes) {
    LocationBody body = checked.place();
    Geocoder.Position position = checked.position();
    Address where = body.address();
    type = body.type();
    name = body.name();
    gstin = LocationRules.gstinOf(body);
    rekey(hashes);
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
    code = body.code();
    headOffice = body.headOffice();
    sez = body.sez();
    gstinVerified = gstin != null && checked.registration().isPresent();
    capacity = body.capacity();
    commodityCodes = body.commodityCodes() == null ? null : String.join(",", body.commodityCodes());
    mustHold(stock);
  }

  /** Takes goods in, or gives them out; in quintals. */
  void move(BigDecimal delta) {
    BigDecimal after = stock.add(delta);
    mustHold(after);
    stock = after;
  }

  private void mustHold(BigDecimal goods) {
    if (goods.signum() < 0 || (capacity != null && goods.compareTo(capacity) > 0)) {
      throw new LocationRefusal.StockDoesNotFit(goods, capacity).refused();
    }
  }

  /** Null when the capacity is not known, which limits nothing. */
  BigDecimal freeCapacity() {
    return capacity == null ? null : capacity.subtract(stock);
  }

  boolean hasRoomFor(BigDecimal quintals) {
    return quintals == null || capacity == null || freeCapacity().compareTo(quintals) >= 0;
  }

  boolean takes(String commodityCode) {
    return commodityCodes == null || commodities().contains(commodityCode);
  }

  private List<String> commodities() {
    return commodityCodes == null ? null : List.of(commodityCodes.split(","));
  }

  /**
   * What was asked before the transaction: a map, and a registry.
   *
   * @param place what they were asked about, as it is kept
   */
  public record Checked(
      LocationBody place,
      Geocoder.Position position,
      Optional<TaxRegistry.Registration> registration) {}

  PartnerLocation published() {
    return new PartnerLocation(
        id,
        type.toString(),
        name,
        address,
        city,
        state,
        stateCode(),
        country,
        latitude,
        longitude,
        taxIdKey,
        canShip,
        canReceive,
        defaultShipTo,
        defaultShipFrom,
        code,
        postalCode,
        headOffice,
        freeCapacity(),
        commodities(),
        hashKeyId,
        sez);
  }

  /** By GST; of a place without a GSTIN that of its state; null abroad, and of a state unknown. */
  String stateCode() {
    if (gstin != null) {
      return gstin.substring(0, 2);
    }
    return "IN".equals(country)
        ? IndianStates.find(state).map(IndianState::gstCode).orElse(null)
        : null;
  }

  LocationView view() {
    return new LocationView(
        id,
        type,
        name,
        Identifier.of(gstin),
        new Address(address, city, state, postalCode, country, latitude, longitude),
        geocodeConfidence,
        canShip,
        canReceive,
        defaultShipTo,
        defaultShipFrom,
        code,
        headOffice,
        gstinVerified,
        capacity,
        stock,
        freeCapacity(),
        commodities(),
        sez);
  }
}
