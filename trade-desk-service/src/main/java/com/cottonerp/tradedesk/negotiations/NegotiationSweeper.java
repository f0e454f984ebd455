package com.cottonerp.tradedesk.negotiations;

import com.cottonerp.tradedesk.availabilities.Reservations;
import com.cottonerp.tradedesk.posting.Sweep;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Ends negotiations whose 48 hours are over, and agreements of which no trade was made in time. */
@ApplicationScoped
class NegotiationSweeper {
  private static final String JOB = "negotiation-sweeper";

  private final Sweep sweep;
  private final Negotiations negotiations;
  private final Reservations reservations;
  private final EndNegotiation ending;
  private final LapseAgreement lapsing;
  private final Clock clock;

  NegotiationSweeper(
      Sweep sweep,
      Negotiations negotiations,
      Reservations reservations,
      EndNegotiation ending,
      LapseAgreement lapsing,
      Clock clock) {
    this.sweep = sweep;
    this.negotiations = negotiations;
    this.reservations = reservations;
    this.ending = ending;
    this.lapsing = lapsing;
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
            Panache.withSession(() -> negotiations.overdue(clock.instant(), Sweep.BATCH))
                .chain(overdue -> sweep.each(JOB, overdue, ending::expire))
                .chain(
                    () ->
                        Panache.withSession(
                            () -> reservations.overdueNegotiations(clock.instant(), Sweep.BATCH)))
                .chain(overdue -> sweep.each(JOB, overdue, lapsing::lapse)));
  }
}
