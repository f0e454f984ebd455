package com.cottonerp.risk.basis;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.jobs.InTurn;
import com.cottonerp.defaults.jobs.JobLease;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/**
 * Does work that had to wait for a read model or a partner. Runs on one replica at a time; each
 * item in its own transaction, so that a failure delays no other item. Thread-safe.
 */
@ApplicationScoped
public class WaitingWork {
  private static final Logger LOG = Logger.getLogger(WaitingWork.class);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int BATCH = 100;

  private final JobLease lease;
  private final Basis basis;

  WaitingWork(JobLease lease, Basis basis) {
    this.lease = lease;
    this.basis = basis;
  }

  /**
   * @param job the name of the job; one job of a name runs at a time
   * @param ready returns the ids of waiting items, at most the given number
   * @param work does one item; a failure is logged, and the item is tried again the next time
   */
  public Uni<Void> catchUp(
      String job, IntFunction<Uni<List<UUID>>> ready, Function<UUID, Uni<Void>> work) {
    return lease.ifFree(
        job,
        LEASE,
        () ->
            Panache.withSession(() -> ready(ready))
                .chain(ids -> inTurn(job).each(ids, id -> Audited.job(job, () -> work.apply(id)))));
  }

  private Uni<List<UUID>> ready(IntFunction<Uni<List<UUID>>> ready) {
    return basis
        .isComplete()
        .chain(complete -> complete ? ready.apply(BATCH) : Uni.createFrom().item(List.<UUID>of()));
  }

  private static InTurn<UUID> inTurn(String job) {
    return new InTurn<>(
        (id, failure) -> LOG.warnf(failure, "%s: %s failed; it is tried again", job, id));
  }
}
