package com.cottonerp.risk.standings;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.CommodityEvent;
import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.contracts.settings.v1.LocationEvent;
import com.cottonerp.contracts.settings.v1.OrganizationEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.settings.v1.TradeTermEvent;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.Routes;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has the partners assessed again whose open trades count by a rate that was set or corrected. They
 * may be many: the job of the waiting partners takes them one by one. No read model; never rebuilt.
 */
@ApplicationScoped
public class RatesToAssess implements Projection {
  private final Routes<SettingsEvent> routes;

  RatesToAssess(WaitingPartners waiting) {
    routes =
        Routes.from(SettingsEvent.TOPIC, SettingsEvent.class)
            .on(
                ExchangeRateSet.class,
                (e, at) -> waiting.addAffectedBy(e.base(), e.quote(), e.validFrom()))
            .ignoring(
                CommodityEvent.class,
                LocationEvent.class,
                TradeTermEvent.class,
                OrganizationEvent.class,
                CommissionStructureSet.class)
            .complete();
  }

  @Override
  public String name() {
    return "rates-to-assess";
  }

  // Each event holds the whole rate, and the log is older than this projection.
  @Override
  public boolean beginsAnywhere() {
    return true;
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }
}
