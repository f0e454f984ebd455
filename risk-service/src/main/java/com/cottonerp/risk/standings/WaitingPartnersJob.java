package com.cottonerp.risk.standings;

import com.cottonerp.defaults.jobs.JobLease;
import com.cottonerp.risk.basis.Basis;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Assesses the partners that something happened to while a read model was being filled. One replica
 * at a time, each partner in a transaction of its own.
 */
@ApplicationScoped
class WaitingPartnersJob {
  private static final Logger LOG = Logger.getLogger(WaitingPartnersJob.class);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int BATCH = 100;

  private final JobLease lease;
  private final Basis basis;
  private final WaitingPartners waiting;
  private final AssessPartnerHandler handler;

  WaitingPartnersJob(
      JobLease lease, Basis basis, WaitingPartners waiting, AssessPartnerHandler handler) {
    this.lease = lease;
    this.basis = basis;
    this.waiting = waiting;
    this.handler = handler;
  }

  @Scheduled(
      identity = "waiting-partners",
      every = "{risk.waiting-posts-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> assess() {
    return lease.ifFree(
        "waiting-partners",
        LEASE,
        () ->
            Panache.withSession(this::ready)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::assess)
                .collect()
                .last()
                .replaceWithVoid());
  }

  private Uni<List<UUID>> ready() {
    return basis
        .isComplete()
        .chain(complete -> complete ? waiting.some(BATCH) : Uni.createFrom().item(List.<UUID>of()));
  }

  private Uni<Void> assess(UUID partnerId) {
    return Panache.withTransaction(
            () ->
                waiting
                    .remove(partnerId)
                    .chain(() -> handler.assess(partnerId))
                    .chain(() -> handler.findLinks(partnerId)))
        .onFailure()
        .invoke(
            failure ->
                LOG.warn("A waiting partner could not be assessed; it is tried again", failure))
        .onFailure()
        .recoverWithNull();
  }
}
