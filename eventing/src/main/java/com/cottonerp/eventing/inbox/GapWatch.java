package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.ParkedMessages.Waiting;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/**
 * Looks after what is parked: asks again for missing ranges, and applies what became applicable
 * while nobody looked (a crash between an apply and the drain behind it).
 */
@ApplicationScoped
class GapWatch {
  private final Instance<Projection> projections;
  private final Inbox inbox;
  private final ParkedMessages parked;
  private final ReplayRequests replays;
  private final InboxMetrics metrics;

  GapWatch(
      Instance<Projection> projections,
      Inbox inbox,
      ParkedMessages parked,
      ReplayRequests replays,
      InboxMetrics metrics) {
    this.projections = projections;
    this.inbox = inbox;
    this.parked = parked;
    this.replays = replays;
    this.metrics = metrics;
  }

  @Scheduled(
      every = "{inbox.gap-watch:3s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return Multi.createFrom()
        .iterable(projections)
        .onItem()
        .transformToUniAndConcatenate(this::look)
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> look(Projection projection) {
    return Panache.withTransaction(
            () ->
                Panache.getSession()
                    .chain(
                        session ->
                            parked
                                .count(session, projection.name())
                                .invoke(count -> metrics.parkedNow(projection.name(), count))
                                .chain(() -> parked.waiting(session, projection.name()))))
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(waiting -> help(projection, waiting))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> help(Projection projection, Waiting waiting) {
    if (waiting.firstParked() <= waiting.last() + 1) {
      return inbox.drain(projection, waiting.aggregateId(), waiting.last());
    }
    String outbox = waiting.source().substring(waiting.source().lastIndexOf('/') + 1);
    replays.request(outbox, waiting.aggregateId(), waiting.last() + 1, waiting.firstParked() - 1);
    return Uni.createFrom().voidItem();
  }
}
