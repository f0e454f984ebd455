package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.posting.Sweep;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Ends open matches whose time is over, or one of whose posts has ended. */
@ApplicationScoped
class MatchSweeper {
  private static final String JOB = "match-sweeper";

  private final Sweep sweep;
  private final Matches matches;
  private final Clock clock;

  MatchSweeper(Sweep sweep, Matches matches, Clock clock) {
    this.sweep = sweep;
    this.matches = matches;
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
            Panache.withSession(() -> matches.overdue(clock.instant(), Sweep.BATCH))
                .chain(overdue -> sweep.each(JOB, overdue, this::expire)));
  }

  private Uni<Void> expire(UUID id) {
    return matches.getForUpdate(id).invoke(Match::expire).chain(matches::save).replaceWithVoid();
  }
}
