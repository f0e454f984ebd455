package com.cottonerp.partners.rekeying;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.jobs.InTurn;
import com.cottonerp.defaults.jobs.JobLease;
import com.cottonerp.defaults.jobs.Pace;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.locations.RekeyLocations;
import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.partner.Partners;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Computes again, and publishes, every hash that an earlier secret or normalisation made. One
 * replica at a time, at a bounded pace, because subscribers judge each partner that is published.
 * Each partner, with its places, has a transaction of its own, so that a failure delays no other
 * partner. A run ends when no such hash is left, and the next run follows after some minutes: a
 * replica with the former secret, or of an earlier version, may write beside this one for a while.
 */
@ApplicationScoped
class Rekeying {
  private static final Logger LOG = Logger.getLogger(Rekeying.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  // WHY shorter than the lease: no second replica joins, which would double the pace. The next run
  // goes on.
  private static final Duration LONGEST_RUN = Duration.ofMinutes(8);
  private static final int BATCH = 100;
  private static final UUID BEGINNING = new UUID(0, 0);

  private final JobLease lease;
  private final HashKeyInUse inUse;
  private final KeyedHashes hashes;
  private final Partners partners;
  private final Applications applications;
  private final RekeyLocations locations;
  private final Clock clock;
  private final Pace pace;
  private final AtomicLong stillOld;
  private final Counter madeAnew;
  private final InTurn<UUID> inTurn = new InTurn<>(this::failed);

  Rekeying(
      JobLease lease,
      HashKeyInUse inUse,
      KeyedHashes hashes,
      Partners partners,
      Applications applications,
      RekeyLocations locations,
      Clock clock,
      Vertx vertx,
      MeterRegistry metrics,
      @ConfigProperty(name = "partners.rekeying-per-minute") int perMinute) {
    this.lease = lease;
    this.inUse = inUse;
    this.hashes = hashes;
    this.partners = partners;
    this.applications = applications;
    this.locations = locations;
    this.clock = clock;
    this.pace = new Pace(vertx, perMinute);
    this.stillOld = metrics.gauge("partners_hashes_of_another_key", new AtomicLong());
    this.madeAnew = metrics.counter("partners_hashes_made_anew");
  }

  @Scheduled(
      identity = "identity-rekeying",
      every = "{partners.rekeying-interval}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> run() {
    return lease.ifFree(
        "identity-rekeying",
        LEASE,
        () ->
            count()
                .chain(inUse::isOurs)
                .chain(
                    ours ->
                        ours
                            ? untilNoneIsFound(clock.instant().plus(LONGEST_RUN)).chain(this::count)
                            : Uni.createFrom().voidItem()));
  }

  private Uni<Void> count() {
    return Panache.withSession(
            () ->
                partners
                    .countMadeWithAnotherKey(hashes.keyId())
                    .chain(
                        ofPartners ->
                            applications
                                .countMadeWithAnotherKey(hashes.keyId())
                                .map(ofApplications -> ofPartners + ofApplications)))
        .invoke(stillOld::set)
        .invoke(
            found -> {
              if (found > 0) {
                LOG.infof("Hashes of %d partners and applications are of another key", found);
              }
            })
        .replaceWithVoid();
  }

  // What comes behind the cursor of a pass is found by the next one.
  private Uni<Void> untilNoneIsFound(Instant end) {
    double before = madeAnew.count();
    return pass(end)
        .chain(
            () ->
                madeAnew.count() > before && clock.instant().isBefore(end)
                    ? untilNoneIsFound(end)
                    : Uni.createFrom().voidItem());
  }

  // WHY only with the key in use: a replica with the former one would undo what this one does.
  private Uni<Void> pass(Instant end) {
    return inTurn
        .everyPage(
            BATCH,
            BEGINNING,
            after -> until(end, () -> partners.madeWithAnotherKey(hashes.keyId(), after, BATCH)),
            Function.identity(),
            id -> pace.item(() -> partner(id)))
        .chain(
            () ->
                inTurn.everyPage(
                    BATCH,
                    BEGINNING,
                    after ->
                        until(
                            end,
                            () -> applications.madeWithAnotherKey(hashes.keyId(), after, BATCH)),
                    Function.identity(),
                    id -> pace.item(() -> application(id))));
  }

  private Uni<List<UUID>> until(Instant end, Supplier<Uni<List<UUID>>> page) {
    return clock.instant().isBefore(end)
        ? inUse.isOurs().chain(ours -> ours ? page.get() : Uni.createFrom().item(List.<UUID>of()))
        : Uni.createFrom().item(List.of());
  }

  private Uni<Void> partner(UUID id) {
    return Audited.job(
            "identity-rekeying",
            () ->
                partners
                    .get(id)
                    .invoke(partner -> partner.rekey(partner.applicant().keys(hashes)))
                    .call(locations::rekey)
                    .chain(partners::save))
        .invoke(saved -> madeAnew.increment())
        .replaceWithVoid();
  }

  private Uni<Void> application(UUID id) {
    return Audited.job(
            "identity-rekeying",
            () ->
                applications
                    .get(id)
                    .invoke(application -> application.rekey(application.applicant().keys(hashes)))
                    .chain(applications::save))
        .invoke(saved -> madeAnew.increment())
        .replaceWithVoid();
  }

  private void failed(UUID id, Throwable failure) {
    LOG.warnf(
        "The hashes of %s could not be made anew; tried again in some minutes. To do: nothing"
            + " unless it stays so: %s",
        id, failure);
  }
}
