package com.cottonerp.risk.standings;

import com.cottonerp.defaults.sources.IdSource;
import com.cottonerp.risk.assessment.OpenPairs;
import com.cottonerp.risk.basis.WaitingWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Assesses the partners that changed while a read model was being filled, or whose trades count by
 * a rate that came or was corrected later; and their open pairs.
 */
@ApplicationScoped
class WaitingPartnersJob {
  private final WaitingWork work;
  private final WaitingPartners waiting;
  private final AssessPartner handler;
  private final OpenPairs pairs;
  private final IdSource ids;

  WaitingPartnersJob(
      WaitingWork work,
      WaitingPartners waiting,
      AssessPartner handler,
      OpenPairs pairs,
      IdSource ids) {
    this.work = work;
    this.waiting = waiting;
    this.handler = handler;
    this.pairs = pairs;
    this.ids = ids;
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
        .chain(() -> handler.findLinks(partnerId))
        .chain(() -> waiting.missingRateOf(partnerId))
        // Who waits again comes here again: its pairs wait for that, or they would pile up.
        .chain(
            missing ->
                missing.isPresent()
                    ? Uni.createFrom().voidItem()
                    : pairs.assessAgain(List.of(partnerId), ids.next()));
  }
}
