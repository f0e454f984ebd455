package com.cottonerp.defaults.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Tells of each scheduled job whether its last run on this replica failed: by the metric {@code
 * scheduled_job_failing} and by the log, which says what to do. Thread-safe.
 */
@ApplicationScoped
class JobOutcomes {
  private static final Logger LOG = Logger.getLogger(JobOutcomes.class);

  private final MeterRegistry metrics;
  private final Map<String, AtomicBoolean> failing = new ConcurrentHashMap<>();

  JobOutcomes(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  void succeeded(@Observes SuccessfulExecution run) {
    String job = run.getExecution().getTrigger().getId();
    if (failing(job).getAndSet(false)) {
      LOG.infof("The job %s succeeds again", job);
    }
  }

  void failed(@Observes FailedExecution run) {
    String job = run.getExecution().getTrigger().getId();
    Throwable failure = run.getException();
    // WHY the stack trace once: a job may run each second for as long as the database is away.
    if (failing(job).getAndSet(true)) {
      LOG.warnf("The job %s failed again, and runs again at its next time: %s", job, failure);
    } else {
      LOG.warnf(
          failure,
          "The job %s failed, and runs again at its next time. To do: nothing if it succeeds then;"
              + " else see ScheduledJobFailing in docs/runbooks",
          job);
    }
  }

  private AtomicBoolean failing(String job) {
    return failing.computeIfAbsent(job, this::register);
  }

  private AtomicBoolean register(String job) {
    AtomicBoolean last = new AtomicBoolean();
    // WHY not "job": Prometheus gives that label to what it scrapes.
    Gauge.builder("scheduled_job_failing", last, value -> value.get() ? 1 : 0)
        .description("1 when the last run of the job on this replica failed")
        .tag("scheduled_job", job)
        .register(metrics);
    return last;
  }
}
