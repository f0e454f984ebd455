package com.cottonerp.settings;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.settings.referencecounts.ReferenceCountsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Everything settings hears of other contexts, and which read models it feeds. */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final ReferenceCountsProjection referenceCounts;

  Subscriptions(Inbox inbox, ReferenceCountsProjection referenceCounts) {
    this.inbox = inbox;
    this.referenceCounts = referenceCounts;
  }

  @Incoming("trade-events")
  Uni<Void> tradeEvents(ReceivedBatch batch) {
    return inbox.receive("settings.trade-events", batch, referenceCounts);
  }
}
