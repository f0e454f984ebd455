package com.cottonerp.risk.exchangerates;

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

/** Keeps the rates up to date. */
@ApplicationScoped
public class ExchangeRatesProjection implements ReadModel {
  public static final String NAME = "exchange-rates";

  private final ExchangeRates rates;
  private final Routes<SettingsEvent> routes =
      Routes.from(SettingsEvent.TOPIC, SettingsEvent.class)
          .on(ExchangeRateSet.class, this::keep)
          .ignoring(
              CommodityEvent.class,
              LocationEvent.class,
              TradeTermEvent.class,
              OrganizationEvent.class,
              CommissionStructureSet.class)
          .complete();

  ExchangeRatesProjection(ExchangeRates rates) {
    this.rates = rates;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("exchange_rate");
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(ExchangeRateSet event, EventPosition at) {
    return rates
        .findById(event.rateId())
        .map(known -> known == null ? new KnownRate() : known)
        .invoke(rate -> rate.replaceWith(event, at))
        .chain(rates::persist)
        .replaceWithVoid();
  }
}
