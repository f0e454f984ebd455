package com.cottonerp.settings;

import com.cottonerp.eventing.inbox.Inbox;
import com.cottonerp.eventing.inbox.ReceivedBatch;
import com.cottonerp.settings.employeeaccess.EmployeeAccessProjection;
import com.cottonerp.settings.referencecounts.ReferenceCountsProjection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The events that settings takes from other contexts, with the read models that they feed. */
@ApplicationScoped
class Subscriptions {
  private final Inbox inbox;
  private final ReferenceCountsProjection referenceCounts;
  private final EmployeeAccessProjection employeeAccess;

  Subscriptions(
      Inbox inbox,
      ReferenceCountsProjection referenceCounts,
      EmployeeAccessProjection employeeAccess) {
    this.inbox = inbox;
    this.referenceCounts = referenceCounts;
    this.employeeAccess = employeeAccess;
  }

  @Incoming("partner-events")
  Uni<Void> partnerEvents(ReceivedBatch batch) {
    return inbox.receive("settings.partner-events", batch, employeeAccess);
  }

  @Incoming("trade-events")
  Uni<Void> tradeEvents(ReceivedBatch batch) {
    return inbox.receive("settings.trade-events", batch, referenceCounts);
  }
}
