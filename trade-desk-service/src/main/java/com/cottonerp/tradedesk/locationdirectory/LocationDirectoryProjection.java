package com.cottonerp.tradedesk.locationdirectory;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.CommodityEvent;
import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.contracts.settings.v1.LocationCreated;
import com.cottonerp.contracts.settings.v1.LocationDeactivated;
import com.cottonerp.contracts.settings.v1.LocationSnapshot;
import com.cottonerp.contracts.settings.v1.LocationUpdated;
import com.cottonerp.contracts.settings.v1.OrganizationEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.settings.v1.TradeTermEvent;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the location directory up to date. */
@ApplicationScoped
public class LocationDirectoryProjection implements ReadModel {
  public static final String NAME = "location-directory";

  private final LocationDirectory directory;
  private final Routes<SettingsEvent> routes =
      Routes.from(SettingsEvent.TOPIC, SettingsEvent.class)
          .on(LocationCreated.class, (e, at) -> keep(e.location(), at))
          .on(LocationUpdated.class, (e, at) -> keep(e.location(), at))
          .on(LocationDeactivated.class, this::deactivated)
          .ignoring(
              CommodityEvent.class,
              TradeTermEvent.class,
              OrganizationEvent.class,
              CommissionStructureSet.class,
              ExchangeRateSet.class)
          .complete();

  LocationDirectoryProjection(LocationDirectory directory) {
    this.directory = directory;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("location_directory");
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(LocationSnapshot location, EventPosition at) {
    return directory
        .findById(location.locationId())
        .map(known -> known == null ? new KnownLocation() : known)
        .invoke(
            entry -> {
              entry.replaceWith(location);
              entry.reflects(at);
            })
        .chain(directory::persist)
        .replaceWithVoid();
  }

  private Uni<Void> deactivated(LocationDeactivated event, EventPosition at) {
    return directory
        .findById(event.locationId())
        .onItem()
        .ifNotNull()
        .invoke(
            entry -> {
              entry.active = false;
              entry.reflects(at);
            })
        .replaceWithVoid();
  }
}
