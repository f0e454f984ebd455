package com.cottonerp.tradedesk;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.tradedesk.brokerconsents.BrokerConsentsProjection;
import com.cottonerp.tradedesk.commissions.CommissionsProjection;
import com.cottonerp.tradedesk.commoditycatalog.CommodityCatalogProjection;
import com.cottonerp.tradedesk.locationdirectory.LocationDirectoryProjection;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectoryProjection;
import com.cottonerp.tradedesk.reactions.PostsOfPartners;
import com.cottonerp.tradedesk.reactions.VerdictsOnPosts;
import com.cottonerp.tradedesk.standings.PartnerStandingsProjection;
import com.cottonerp.tradedesk.tradeterms.TradeTermsProjection;
import com.cottonerp.tradedesk.verdicts.RiskVerdictsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Everything the trade desk hears of other contexts, and which read models it feeds. Of one message
 * they are fed in the order in which they stand: what is known first, what follows from it last.
 */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final PartnerDirectoryProjection partnerDirectory;
  private final BrokerConsentsProjection brokerConsents;
  private final PostsOfPartners postsOfPartners;
  private final CommodityCatalogProjection commodityCatalog;
  private final LocationDirectoryProjection locationDirectory;
  private final TradeTermsProjection tradeTerms;
  private final CommissionsProjection commissions;
  private final RiskVerdictsProjection riskVerdicts;
  private final PartnerStandingsProjection partnerStandings;
  private final VerdictsOnPosts verdictsOnPosts;

  Subscriptions(
      Inbox inbox,
      PartnerDirectoryProjection partnerDirectory,
      BrokerConsentsProjection brokerConsents,
      PostsOfPartners postsOfPartners,
      CommodityCatalogProjection commodityCatalog,
      LocationDirectoryProjection locationDirectory,
      TradeTermsProjection tradeTerms,
      CommissionsProjection commissions,
      RiskVerdictsProjection riskVerdicts,
      PartnerStandingsProjection partnerStandings,
      VerdictsOnPosts verdictsOnPosts) {
    this.inbox = inbox;
    this.partnerDirectory = partnerDirectory;
    this.brokerConsents = brokerConsents;
    this.postsOfPartners = postsOfPartners;
    this.commodityCatalog = commodityCatalog;
    this.locationDirectory = locationDirectory;
    this.tradeTerms = tradeTerms;
    this.commissions = commissions;
    this.riskVerdicts = riskVerdicts;
    this.partnerStandings = partnerStandings;
    this.verdictsOnPosts = verdictsOnPosts;
  }

  @Incoming("partner-events")
  Uni<Void> partnerEvents(ReceivedBatch batch) {
    return inbox.receive(
        "trade-desk.partner-events", batch, partnerDirectory, brokerConsents, postsOfPartners);
  }

  @Incoming("settings-events")
  Uni<Void> settingsEvents(ReceivedBatch batch) {
    return inbox.receive(
        "trade-desk.settings-events",
        batch,
        commodityCatalog,
        locationDirectory,
        tradeTerms,
        commissions);
  }

  @Incoming("risk-events")
  Uni<Void> riskEvents(ReceivedBatch batch) {
    return inbox.receive(
        "trade-desk.risk-events", batch, riskVerdicts, partnerStandings, verdictsOnPosts);
  }
}
