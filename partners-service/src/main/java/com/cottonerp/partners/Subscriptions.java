package com.cottonerp.partners;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.partners.openbusiness.OpenBusinessProjection;
import com.cottonerp.partners.riskstandings.RiskStandingsProjection;
import com.cottonerp.partners.sharedcontacts.SharedContactsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Everything partners hears of other contexts, and which read models it feeds. */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final RiskStandingsProjection riskStandings;
  private final OpenBusinessProjection openBusiness;
  private final SharedContactsProjection sharedContacts;

  Subscriptions(
      Inbox inbox,
      RiskStandingsProjection riskStandings,
      OpenBusinessProjection openBusiness,
      SharedContactsProjection sharedContacts) {
    this.inbox = inbox;
    this.riskStandings = riskStandings;
    this.openBusiness = openBusiness;
    this.sharedContacts = sharedContacts;
  }

  @Incoming("risk-events")
  Uni<Void> riskEvents(ReceivedBatch batch) {
    return inbox.receive("partners.risk-events", batch, riskStandings);
  }

  @Incoming("trade-events")
  Uni<Void> tradeEvents(ReceivedBatch batch) {
    return inbox.receive("partners.trade-events", batch, openBusiness, sharedContacts);
  }
}
