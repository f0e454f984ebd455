package com.cottonerp.tradedesk.commoditycatalog;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.CommodityCreated;
import com.cottonerp.contracts.settings.v1.CommodityDeactivated;
import com.cottonerp.contracts.settings.v1.CommoditySnapshot;
import com.cottonerp.contracts.settings.v1.CommodityUpdated;
import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.contracts.settings.v1.LocationEvent;
import com.cottonerp.contracts.settings.v1.OrganizationEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.settings.v1.TradeTermEvent;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the commodity catalog up to date. */
@ApplicationScoped
public class CommodityCatalogProjection implements ReadModel {
  public static final String NAME = "commodity-catalog";

  private final CommodityCatalog catalog;
  private final Routes<SettingsEvent> routes =
      Routes.from(SettingsEvent.TOPIC, SettingsEvent.class)
          .on(CommodityCreated.class, (e, at) -> keep(e.commodity(), at))
          .on(CommodityUpdated.class, (e, at) -> keep(e.commodity(), at))
          .on(CommodityDeactivated.class, this::deactivated)
          .ignoring(
              LocationEvent.class,
              TradeTermEvent.class,
              OrganizationEvent.class,
              CommissionStructureSet.class,
              ExchangeRateSet.class)
          .complete();

  CommodityCatalogProjection(CommodityCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("commodity_catalog");
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(CommoditySnapshot commodity, EventPosition at) {
    return catalog
        .findById(commodity.commodityId())
        .map(known -> known == null ? new CatalogEntry() : known)
        .invoke(
            entry -> {
              entry.replaceWith(commodity);
              entry.reflects(at);
            })
        .chain(catalog::persist)
        .replaceWithVoid();
  }

  private Uni<Void> deactivated(CommodityDeactivated event, EventPosition at) {
    return catalog
        .findById(event.commodityId())
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
