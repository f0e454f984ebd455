package com.cottonerp.tradedesk.requirements;

import com.cottonerp.tradedesk.posting.Sweep;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Ends requirements whose time is over. */
@ApplicationScoped
class RequirementSweeper {
  private static final String JOB = "requirement-sweeper";

  private final Sweep sweep;
  private final Requirements requirements;
  private final ExpireRequirement expiry;
  private final Clock clock;

  RequirementSweeper(
      Sweep sweep, Requirements requirements, ExpireRequirement expiry, Clock clock) {
    this.sweep = sweep;
    this.requirements = requirements;
    this.expiry = expiry;
    this.clock = clock;
  }

  @Scheduled(
      identity = JOB,
      every = "{trade-desk.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return sweep.alone(
        JOB,
        () ->
            Panache.withSession(() -> requirements.overdue(clock.instant(), Sweep.BATCH))
                .chain(overdue -> sweep.each(JOB, overdue, expiry::expire)));
  }
}
