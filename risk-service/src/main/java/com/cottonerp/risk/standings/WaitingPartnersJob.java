package com.cottonerp.risk.standings;

import com.cottonerp.risk.basis.WaitingWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Assesses the partners that changed while a read model was being filled. */
@ApplicationScoped
class WaitingPartnersJob {
  private final WaitingWork work;
  private final WaitingPartners waiting;
  private final AssessPartner handler;

  WaitingPartnersJob(WaitingWork work, WaitingPartners waiting, AssessPartner handler) {
    this.work = work;
    this.waiting = waiting;
    this.handler = handler;
  }

  @Scheduled(
      identity = "waiting-partners",
      every = "{risk.waiting-posts-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> assess() {
    return work.catchUp("waiting-partners", waiting::some, this::assess);
  }

  private Uni<Void> assess(UUID partnerId) {
    return waiting
        .remove(partnerId)
        .chain(() -> handler.assess(partnerId))
        .chain(() -> handler.findLinks(partnerId));
  }
}
