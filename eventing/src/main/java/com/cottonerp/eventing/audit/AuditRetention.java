package com.cottonerp.eventing.audit;

import com.cottonerp.eventing.sql.CurrentSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the months that come in {@code audit_entry}, and drops those that were kept for long
 * enough; nothing else removes an entry. Every replica tries, and finds nothing to do after the
 * first.
 */
@ApplicationScoped
class AuditRetention {
  private static final Logger LOG = Logger.getLogger(AuditRetention.class);

  private final Period kept;

  /**
   * @param kept in full years: books of account are kept for eight years in India
   */
  AuditRetention(@ConfigProperty(name = "audit.retention-years", defaultValue = "8") int kept) {
    if (kept < 1) {
      throw new IllegalArgumentException("audit.retention-years is 1 at least, not " + kept);
    }
    this.kept = Period.ofYears(kept);
  }

  @Scheduled(
      identity = "audit-retention",
      cron = "{audit.retention-schedule:0 17 3 * * ?}",
      timeZone = "UTC",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> keep() {
    return Panache.withTransaction(
            () ->
                CurrentSession.selectOne(
                    "SELECT audit_keep(make_interval(years => $1))", kept.getYears()))
        .invoke(
            row -> {
              if ((Integer) row[0] > 0) {
                LOG.infof("%s months of audit_entry were older than %s: dropped", row[0], kept);
              }
            })
        .replaceWithVoid();
  }
}
