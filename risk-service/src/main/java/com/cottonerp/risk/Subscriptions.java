package com.cottonerp.risk;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.risk.partnerprofiles.PartnerProfilesProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Everything risk hears of other contexts, and which read models it feeds. */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final PartnerProfilesProjection partnerProfiles;

  Subscriptions(Inbox inbox, PartnerProfilesProjection partnerProfiles) {
    this.inbox = inbox;
    this.partnerProfiles = partnerProfiles;
  }

  @Incoming("partner-events")
  Uni<Void> partnerEvents(ReceivedMessage message) {
    return inbox.receive("risk.partner-events", message, partnerProfiles);
  }
}
