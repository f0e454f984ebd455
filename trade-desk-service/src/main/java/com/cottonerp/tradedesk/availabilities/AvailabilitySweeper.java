package com.cottonerp.tradedesk.availabilities;

import com.cottonerp.tradedesk.posting.Sweep;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Gives back stock that was held for too long, then ends availabilities whose time is over. */
@ApplicationScoped
class AvailabilitySweeper {
  private static final String JOB = "availability-sweeper";

  private final Sweep sweep;
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final ReleaseStock stock;
  private final ExpireAvailability expiry;
  private final Clock clock;

  AvailabilitySweeper(
      Sweep sweep,
      Availabilities availabilities,
      Reservations reservations,
      ReleaseStock stock,
      ExpireAvailability expiry,
      Clock clock) {
    this.sweep = sweep;
    this.availabilities = availabilities;
    this.reservations = reservations;
    this.stock = stock;
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
            Panache.withSession(() -> reservations.overdue(clock.instant(), Sweep.BATCH))
                .chain(
                    overdue ->
                        sweep.each(
                            JOB, overdue, held -> stock.expire(held.availabilityId, held.id)))
                .chain(
                    () ->
                        Panache.withSession(
                            () -> availabilities.overdue(clock.instant(), Sweep.BATCH)))
                .chain(overdue -> sweep.each(JOB, overdue, expiry::expire)));
  }
}
