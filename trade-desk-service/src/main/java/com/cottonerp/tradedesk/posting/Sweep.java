package com.cottonerp.tradedesk.posting;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.jobs.InTurn;
import com.cottonerp.defaults.jobs.JobLease;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Ends what is overdue: one replica at a time, each thing in a transaction of its own, so that a
 * failure delays no other thing. Thread-safe.
 */
@ApplicationScoped
public class Sweep {
  /** As many are looked at in one round; the rest in the next. */
  public static final int BATCH = 100;

  private static final Logger LOG = Logger.getLogger(Sweep.class);
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final JobLease lease;
  private final MeterRegistry metrics;

  Sweep(JobLease lease, MeterRegistry metrics) {
    this.lease = lease;
    this.metrics = metrics;
  }

  /** Nothing when another replica is at it. */
  public Uni<Void> alone(String job, Supplier<Uni<Void>> work) {
    return lease.ifFree(job, LEASE, work);
  }

  /**
   * @param job who ends them, in the audit
   */
  public <T> Uni<Void> each(String job, List<T> overdue, Function<T, Uni<Void>> work) {
    return new InTurn<T>(this::failed)
        .each(overdue, item -> Audited.job(job, () -> work.apply(item)));
  }

  private void failed(Object item, Throwable failure) {
    metrics.counter("sweep_failures").increment();
    LOG.warnf(failure, "%s could not be swept; the next sweep tries it again", item);
  }
}
