package com.cottonerp.tradedesk;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedMessage;
import com.cottonerp.tradedesk.partnerdirectory.PartnerDirectoryProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Everything the trade desk hears of other contexts, and which read models it feeds. */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final PartnerDirectoryProjection partnerDirectory;

  Subscriptions(Inbox inbox, PartnerDirectoryProjection partnerDirectory) {
    this.inbox = inbox;
    this.partnerDirectory = partnerDirectory;
  }

  @Incoming("partner-events")
  Uni<Void> partnerEvents(ReceivedMessage message) {
    return inbox.receive("trade-desk.partner-events", message, partnerDirectory);
  }
}
