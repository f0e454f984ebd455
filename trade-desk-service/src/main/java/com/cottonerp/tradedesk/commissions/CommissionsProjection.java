package com.cottonerp.tradedesk.commissions;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.CommodityEvent;
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

/** Keeps the commission structures up to date. */
@ApplicationScoped
public class CommissionsProjection implements ReadModel {
  static final String NAME = "commissions";

  private final Commissions commissions;
  private final Routes<SettingsEvent> routes =
      Routes.from(SettingsEvent.TOPIC, SettingsEvent.class)
          .on(CommissionStructureSet.class, this::keep)
          .ignoring(
              CommodityEvent.class,
              LocationEvent.class,
              OrganizationEvent.class,
              ExchangeRateSet.class,
              TradeTermEvent.class)
          .complete();

  CommissionsProjection(Commissions commissions) {
    this.commissions = commissions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("commission");
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(CommissionStructureSet structure, EventPosition at) {
    return commissions
        .findById(structure.structureId())
        .map(known -> known == null ? new Commission() : known)
        .invoke(known -> known.replaceWith(structure, at))
        .chain(commissions::persist)
        .replaceWithVoid();
  }
}
