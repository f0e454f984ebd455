package com.cottonerp.risk;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.risk.assessment.PostsToAssess;
import com.cottonerp.risk.commodityrules.CommodityRulesProjection;
import com.cottonerp.risk.exchangerates.ExchangeRatesProjection;
import com.cottonerp.risk.partnerprofiles.PartnerProfilesProjection;
import com.cottonerp.risk.positions.PositionsProjection;
import com.cottonerp.risk.standings.PartiesToAssess;
import com.cottonerp.risk.standings.PartnersToAssess;
import com.cottonerp.risk.standings.RatesToAssess;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The events that risk takes from other contexts, with the read models that they feed. */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final PartnerProfilesProjection partnerProfiles;
  private final CommodityRulesProjection commodityRules;
  private final ExchangeRatesProjection exchangeRates;
  private final RatesToAssess ratesToAssess;
  private final PositionsProjection positions;
  private final PostsToAssess postsToAssess;
  private final PartnersToAssess partnersToAssess;
  private final PartiesToAssess partiesToAssess;

  Subscriptions(
      Inbox inbox,
      PartnerProfilesProjection partnerProfiles,
      CommodityRulesProjection commodityRules,
      ExchangeRatesProjection exchangeRates,
      RatesToAssess ratesToAssess,
      PositionsProjection positions,
      PostsToAssess postsToAssess,
      PartnersToAssess partnersToAssess,
      PartiesToAssess partiesToAssess) {
    this.inbox = inbox;
    this.partnerProfiles = partnerProfiles;
    this.commodityRules = commodityRules;
    this.exchangeRates = exchangeRates;
    this.ratesToAssess = ratesToAssess;
    this.positions = positions;
    this.postsToAssess = postsToAssess;
    this.partnersToAssess = partnersToAssess;
    this.partiesToAssess = partiesToAssess;
  }

  @Incoming("partner-events")
  Uni<Void> partnerEvents(ReceivedBatch batch) {
    return inbox.receive("risk.partner-events", batch, partnerProfiles, partnersToAssess);
  }

  @Incoming("settings-events")
  Uni<Void> settingsEvents(ReceivedBatch batch) {
    return inbox.receive(
        "risk.settings-events", batch, commodityRules, exchangeRates, ratesToAssess);
  }

  @Incoming("trade-events")
  Uni<Void> tradeEvents(ReceivedBatch batch) {
    return inbox.receive("risk.trade-events", batch, positions, postsToAssess, partiesToAssess);
  }
}
