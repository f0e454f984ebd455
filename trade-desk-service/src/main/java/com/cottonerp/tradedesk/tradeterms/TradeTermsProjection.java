package com.cottonerp.tradedesk.tradeterms;

import com.cottonerp.contracts.settings.v1.CommissionStructureSet;
import com.cottonerp.contracts.settings.v1.CommodityEvent;
import com.cottonerp.contracts.settings.v1.ExchangeRateSet;
import com.cottonerp.contracts.settings.v1.LocationEvent;
import com.cottonerp.contracts.settings.v1.OrganizationEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.settings.v1.TradeTermCreated;
import com.cottonerp.contracts.settings.v1.TradeTermSnapshot;
import com.cottonerp.contracts.settings.v1.TradeTermUpdated;
import com.cottonerp.eventing.inbox.EventPosition;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the terms up to date. */
@ApplicationScoped
public class TradeTermsProjection implements ReadModel {
  static final String NAME = "trade-terms";

  private final TradeTerms terms;
  private final Routes<SettingsEvent> routes =
      Routes.from(SettingsEvent.TOPIC, SettingsEvent.class)
          .on(TradeTermCreated.class, (e, at) -> keep(e.term(), at))
          .on(TradeTermUpdated.class, (e, at) -> keep(e.term(), at))
          .ignoring(
              CommodityEvent.class,
              LocationEvent.class,
              OrganizationEvent.class,
              CommissionStructureSet.class,
              ExchangeRateSet.class)
          .complete();

  TradeTermsProjection(TradeTerms terms) {
    this.terms = terms;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("trade_terms");
  }

  @Override
  public Routes<SettingsEvent> routes() {
    return routes;
  }

  private Uni<Void> keep(TradeTermSnapshot term, EventPosition at) {
    return terms
        .findById(term.termId())
        .map(known -> known == null ? new KnownTerm() : known)
        .invoke(known -> known.replaceWith(term, at))
        .chain(terms::persist)
        .replaceWithVoid();
  }
}
