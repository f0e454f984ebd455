package com.cottonerp.tradedesk.locationdirectory;

import com.cottonerp.contracts.settings.v1.LocationSnapshot;
import com.cottonerp.eventing.inbox.EventPosition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A registered place. Only the projection changes it. */
@Entity
@Table(name = "location_directory")
public class KnownLocation {
  @Id
  @Column(name = "location_id")
  UUID locationId;

  String name;
  String city;
  String state;

  @Column(name = "state_code")
  String stateCode;

  String region;
  String country;
  BigDecimal latitude;
  BigDecimal longitude;
  String timezone;
  boolean active;
  long sequence;

  @Column(name = "as_of")
  Instant asOf;

  void replaceWith(LocationSnapshot location) {
    locationId = location.locationId();
    name = location.name();
    city = location.city();
    state = location.state();
    stateCode = location.stateCode();
    region = location.region();
    country = location.country();
    latitude = location.latitude();
    longitude = location.longitude();
    timezone = location.timezone();
    active = location.active();
  }

  void reflects(EventPosition at) {
    sequence = at.sequence();
    asOf = at.occurredAt();
  }

  public UUID locationId() {
    return locationId;
  }

  public String city() {
    return city;
  }

  public String state() {
    return state;
  }

  public String stateCode() {
    return stateCode;
  }

  public String region() {
    return region;
  }

  public String country() {
    return country;
  }

  public BigDecimal latitude() {
    return latitude;
  }

  public BigDecimal longitude() {
    return longitude;
  }

  public String timezone() {
    return timezone;
  }

  public boolean isActive() {
    return active;
  }
}
