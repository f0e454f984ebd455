package com.cottonerp.risk.commodityrules;

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

/** Keeps the rules up to date. */
@ApplicationScoped
public class CommodityRulesProjection implements ReadModel {
  public static final String NAME = "commodity-rules";

  private final CommodityRules rules;
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

  CommodityRulesProjection(CommodityRules rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("commodity_rules");
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(CommoditySnapshot commodity, EventPosition at) {
    return rules
        .findById(commodity.commodityId())
        .map(known -> known == null ? new CommodityRule() : known)
        .invoke(
            rule -> {
              rule.commodityId = commodity.commodityId();
              rule.code = commodity.code();
              rule.circularTradingBlocked = commodity.circularTradingBlocked();
              rule.currency = commodity.currency();
              rule.exportRules = commodity.exportRules();
              rule.importRules = commodity.importRules();
              rule.active = commodity.active();
              rule.sequence = at.sequence();
              rule.asOf = at.occurredAt();
            })
        .chain(rules::persist)
        .replaceWithVoid();
  }

  private Uni<Void> deactivated(CommodityDeactivated event, EventPosition at) {
    return rules
        .findById(event.commodityId())
        .onItem()
        .ifNotNull()
        .invoke(
            rule -> {
              rule.active = false;
              rule.sequence = at.sequence();
              rule.asOf = at.occurredAt();
            })
        .replaceWithVoid();
  }
}
