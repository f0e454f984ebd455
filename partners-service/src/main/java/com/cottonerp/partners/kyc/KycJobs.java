package com.cottonerp.partners.kyc;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.jobs.InTurn;
import com.cottonerp.defaults.jobs.JobLease;
import com.cottonerp.defaults.sources.BusinessDay;
import com.cottonerp.partners.documents.Documents;
import com.cottonerp.partners.partner.BusinessPartner;
import com.cottonerp.partners.partner.CapabilityDetections;
import com.cottonerp.partners.partner.Partners;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Expires documents and checks, and sends reminders. One replica at a time; each partner in a
 * transaction of its own, so that a failure delays no other partner. The next run catches up on a
 * run that was missed.
 */
@ApplicationScoped
class KycJobs {
  private static final Logger LOG = Logger.getLogger(KycJobs.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int BATCH = 100;
  private static final int FARTHEST_REMINDER = 90;
  private static final UUID NOBODY = new UUID(0, 0);
  private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

  private final JobLease lease;
  private final KycDueDates dueDates;
  private final Partners partners;
  private final Documents documents;
  private final CapabilityDetections detections;
  private final ReminderSender sender;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final boolean suspendOnExpiry;

  KycJobs(
      JobLease lease,
      KycDueDates dueDates,
      Partners partners,
      Documents documents,
      CapabilityDetections detections,
      ReminderSender sender,
      MeterRegistry metrics,
      Clock clock,
      @ConfigProperty(name = "partners.kyc.suspend-on-expiry") boolean suspendOnExpiry) {
    this.lease = lease;
    this.dueDates = dueDates;
    this.partners = partners;
    this.documents = documents;
    this.detections = detections;
    this.sender = sender;
    this.metrics = metrics;
    this.clock = clock;
    this.suspendOnExpiry = suspendOnExpiry;
  }

  @Scheduled(
      identity = "kyc-expiry",
      cron = "{partners.kyc.expiry-schedule}",
      timeZone = "UTC",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> expire() {
    return lease.ifFree("kyc-expiry", LEASE, () -> expireDocuments().chain(this::expireChecks));
  }

  @Scheduled(
      identity = "kyc-reminders",
      cron = "{partners.kyc.reminder-schedule}",
      timeZone = "UTC",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> remind() {
    return lease.ifFree("kyc-reminders", LEASE, this::remindAll);
  }

  private Uni<Void> expireChecks() {
    LocalDate today = today();
    return this.<BusinessPartner>inTurn()
        .everyPage(
            BATCH,
            KycDueDates.Cursor.START,
            after -> dueDates.expiring(BEGINNING, today.minusDays(1), after, BATCH),
            KycDueDates.Cursor::of,
            partner -> expireCheck(partner.id(), today));
  }

  private Uni<Void> expireCheck(UUID partnerId, LocalDate today) {
    return Audited.job(
            "kyc-expiry",
            () ->
                partners
                    .get(partnerId)
                    .chain(
                        partner -> {
                          if (!partner.kycExpires(today)) {
                            return Uni.createFrom().item(partner);
                          }
                          partner.kycExpired(suspendOnExpiry);
                          metrics.counter("kyc_expired").increment();
                          return partners.save(partner);
                        }))
        .replaceWithVoid();
  }

  private Uni<Void> expireDocuments() {
    LocalDate today = today();
    return this.<UUID>inTurn()
        .everyPage(
            BATCH,
            NOBODY,
            after -> documents.applicationsWithExpired(today, after, BATCH),
            Function.identity(),
            application -> expireDocumentsOf(application, today));
  }

  private Uni<Void> expireDocumentsOf(UUID applicationId, LocalDate today) {
    return Audited.job(
        "kyc-expiry",
        () ->
            documents
                .expire(applicationId, today)
                .chain(() -> partners.ofApplication(applicationId))
                .chain(
                    partner ->
                        partner == null
                            ? Uni.createFrom().voidItem()
                            : detections.redetect(partner).replaceWithVoid()));
  }

  private Uni<Void> remindAll() {
    LocalDate today = today();
    return this.<BusinessPartner>inTurn()
        .everyPage(
            BATCH,
            KycDueDates.Cursor.START,
            after -> dueDates.expiring(today, today.plusDays(FARTHEST_REMINDER), after, BATCH),
            KycDueDates.Cursor::of,
            partner -> remind(KycReminder.due(partner.id(), partner.kycExpiresOn(), today)));
  }

  // Recorded first: a reminder that is lost in a crash is better than one that comes every day.
  private Uni<Void> remind(KycReminder reminder) {
    return Audited.job("kyc-reminders", () -> dueDates.record(reminder))
        .chain(isNew -> isNew ? sender.send(reminder) : Uni.createFrom().voidItem());
  }

  private <T> InTurn<T> inTurn() {
    return new InTurn<>((item, failure) -> failed(failure));
  }

  private void failed(Throwable failure) {
    metrics.counter("kyc_job_failures").increment();
    LOG.error("The KYC job could not handle one partner; the next run tries it again", failure);
  }

  private LocalDate today() {
    return BusinessDay.today(clock);
  }
}
