package com.cottonerp.tradedesk.matching;

import com.cottonerp.tradedesk.matchrequests.MatchRequests;
import com.cottonerp.tradedesk.posting.Side;
import com.cottonerp.tradedesk.posting.Sweep;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What risk says of a pair, and the end of its time. */
@ApplicationScoped
public class MatchLife {
  private static final String JOB = "match-sweeper";

  private final Matches matches;
  private final MatchRequests requests;
  private final Sweep sweep;
  private final Clock clock;

  MatchLife(Matches matches, MatchRequests requests, Sweep sweep, Clock clock) {
    this.matches = matches;
    this.requests = requests;
    this.sweep = sweep;
    this.clock = clock;
  }

  /** In the caller's transaction; nothing when there is no such match. */
  public Uni<Void> judged(
      UUID id, String verdict, BigDecimal score, List<String> reasons, Long sequence) {
    return matches
        .findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNotNull()
        .transformToUni(
            match -> {
              boolean wasOpen = match.isOpen();
              match.judged(verdict, score, reasons, sequence);
              Uni<Match> saved = matches.save(match);
              // The next best of the seller has its turn.
              return wasOpen && !match.isOpen()
                  ? saved.call(() -> requests.request(Side.BUY, match.requirementId()))
                  : saved;
            })
        .replaceWithVoid();
  }

  @Scheduled(
      identity = JOB,
      every = "{trade-desk.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> expireOverdue() {
    return sweep.alone(
        JOB,
        () ->
            Panache.withSession(() -> matches.overdue(clock.instant(), Sweep.BATCH))
                .chain(overdue -> sweep.each(JOB, overdue, this::expire)));
  }

  private Uni<Void> expire(UUID id) {
    return matches.getToMove(id).invoke(Match::expire).chain(matches::save).replaceWithVoid();
  }
}
