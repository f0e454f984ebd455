package com.cottonerp.partners.rekeying;

import com.cottonerp.defaults.audit.Audited;
import com.cottonerp.defaults.jobs.InTurn;
import com.cottonerp.defaults.jobs.JobLease;
import com.cottonerp.partners.identity.KeyedHashes;
import com.cottonerp.partners.locations.ManageLocations;
import com.cottonerp.partners.onboarding.Applications;
import com.cottonerp.partners.partner.Partners;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Makes anew, and publishes, every hash that another secret made, or an earlier normalisation. One
 * replica at a time; each partner with its places in a transaction of its own, so that one that
 * fails holds up nobody: it is tried again by the next run. Looks again every hour, since a replica
 * of an earlier version may go on beside this one for a while.
 */
@ApplicationScoped
class Rekeying {
  private static final Logger LOG = Logger.getLogger(Rekeying.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final int BATCH = 100;
  private static final UUID BEGINNING = new UUID(0, 0);
  private static final InTurn<UUID> IN_TURN =
      new InTurn<>(
          (id, failure) ->
              LOG.warnf(
                  "The hashes of %s could not be made anew; tried again in an hour. To do: nothing"
                      + " unless it stays so: %s",
                  id, failure));

  private final JobLease lease;
  private final HashKeyInUse inUse;
  private final KeyedHashes hashes;
  private final Partners partners;
  private final Applications applications;
  private final ManageLocations locations;

  Rekeying(
      JobLease lease,
      HashKeyInUse inUse,
      KeyedHashes hashes,
      Partners partners,
      Applications applications,
      ManageLocations locations) {
    this.lease = lease;
    this.inUse = inUse;
    this.hashes = hashes;
    this.partners = partners;
    this.applications = applications;
    this.locations = locations;
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
        () -> inUse.isOurs().chain(ours -> ours ? rekey() : Uni.createFrom().voidItem()));
  }

  // WHY only with the key in use: a replica with the former one would undo what this one does.
  private Uni<Void> rekey() {
    return IN_TURN
        .everyPage(
            BATCH,
            BEGINNING,
            after -> partners.madeWithAnotherKey(hashes.keyId(), after, BATCH),
            Function.identity(),
            this::partner)
        .chain(
            () ->
                IN_TURN.everyPage(
                    BATCH,
                    BEGINNING,
                    after -> applications.madeWithAnotherKey(hashes.keyId(), after, BATCH),
                    Function.identity(),
                    this::application));
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
        .replaceWithVoid();
  }
}
