package com.cottonerp.settings.locations;

import com.cottonerp.contracts.settings.v1.LocationCreated;
import com.cottonerp.contracts.settings.v1.LocationDeactivated;
import com.cottonerp.contracts.settings.v1.LocationSnapshot;
import com.cottonerp.contracts.settings.v1.LocationUpdated;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.defaults.problem.InvalidField;
import com.cottonerp.eventing.outbox.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;

/** A place where goods lie or are delivered to. */
@Entity
@Table(name = "location")
public class Location extends AggregateRoot {
  private static final int COORDINATE_SCALE = 7;
  private static final String TIMEZONE_OF_INDIA = "Asia/Kolkata";

  @Id private UUID id;
  private String name;

  @Column(name = "place_id")
  private String placeId;

  private String address;

  @Column(name = "postal_code")
  private String postalCode;

  private String city;
  private String district;
  private String state;

  @Column(name = "state_code")
  private String stateCode;

  private String region;
  private String country;
  private BigDecimal latitude;
  private BigDecimal longitude;
  private String timezone;
  private boolean active;

  protected Location() {}

  static Location create(UUID id, LocationBody body) {
    Location location = new Location();
    location.id = id;
    location.active = true;
    location.describe(body);
    location.raise(new LocationCreated(location.snapshot()));
    return location;
  }

  void change(LocationBody body) {
    LocationSnapshot before = snapshot();
    describe(body);
    if (!before.equals(snapshot())) {
      raise(new LocationUpdated(snapshot()));
    }
  }

  private void describe(LocationBody body) {
    StateOfLocation inState = StateOfLocation.of(body);
    name = body.name();
    placeId = body.placeId();
    address = body.address();
    postalCode = inState.postalCode();
    city = body.city();
    district = body.district();
    state = inState.name();
    stateCode = inState.code();
    region = inState.region();
    country = body.country();
    latitude = body.latitude().setScale(COORDINATE_SCALE);
    longitude = body.longitude().setScale(COORDINATE_SCALE);
    timezone = timezoneOf(body);
  }

  private static String timezoneOf(LocationBody body) {
    if (body.timezone() == null) {
      if (body.isInIndia()) {
        return TIMEZONE_OF_INDIA;
      }
      throw new InvalidField("/timezone", "is needed outside of India").refused();
    }
    try {
      return ZoneId.of(body.timezone()).getId();
    } catch (DateTimeException unknown) {
      throw new InvalidField("/timezone", "is an IANA name, such as Asia/Kolkata").refused();
    }
  }

  void deactivate() {
    if (!active) {
      throw new LocationRefusal.LocationInactive(id).refused();
    }
    active = false;
    raise(new LocationDeactivated(id, name));
  }

  void activate() {
    if (active) {
      throw new LocationRefusal.LocationActive(id).refused();
    }
    active = true;
    raise(new LocationUpdated(snapshot()));
  }

  private LocationSnapshot snapshot() {
    return new LocationSnapshot(
        id,
        name,
        placeId,
        address,
        postalCode,
        city,
        district,
        state,
        stateCode,
        region,
        country,
        latitude,
        longitude,
        timezone,
        active);
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public String aggregateType() {
    return "Location";
  }

  @Override
  public String topic() {
    return SettingsEvent.TOPIC;
  }

  /** The API's view equals the published event. */
  LocationSnapshot view() {
    return snapshot();
  }
}
