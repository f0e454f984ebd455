package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.ReadModels.Rebuild;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks for the replay of every read model that was emptied, or is new, until the relay takes it.
 * Two replicas that ask at once do no harm.
 */
@ApplicationScoped
class RebuildJob {
  private static final Logger LOG = Logger.getLogger(RebuildJob.class);

  private final ReadModels models;
  private final ReplayRequests replays;
  private final AtomicBoolean lookedForNewOnes = new AtomicBoolean();

  RebuildJob(ReadModels models, ReplayRequests replays) {
    this.models = models;
    this.replays = replays;
  }

  @Scheduled(
      every = "{inbox.rebuild-watch:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> askForReplays() {
    if (!replays.arePossible()) {
      return Uni.createFrom().voidItem();
    }
    return beginThoseThatAreNew()
        .chain(() -> Panache.withSession(models::unrequested))
        .map(found -> found.stream().collect(Collectors.groupingBy(Rebuild::outbox)))
        .onItem()
        .transformToMulti(byOutbox -> Multi.createFrom().iterable(byOutbox.entrySet()))
        .onItem()
        .transformToUniAndConcatenate(entry -> ask(entry.getKey(), entry.getValue()))
        .collect()
        .last()
        .replaceWithVoid()
        .onFailure()
        .invoke(
            failure -> LOG.warn("Replays could not be asked for; they are asked again", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> beginThoseThatAreNew() {
    return lookedForNewOnes.get()
        ? Uni.createFrom().voidItem()
        : Panache.withTransaction(models::beginThoseThatAreNew)
            .invoke(() -> lookedForNewOnes.set(true));
  }

  /** One replay fills all that was emptied of what one outbox tells. */
  private Uni<Void> ask(String outbox, List<Rebuild> rebuilds) {
    Context context = Vertx.currentContext();
    return replays
        .requestAll(outbox)
        // The answer comes on a thread of the HTTP client, which no session may be used on.
        .emitOn(answer -> context.runOnContext(nothing -> answer.run()))
        .chain(
            taken -> {
              if (!taken) {
                LOG.infof(
                    "The relay has not taken the replay of %s for %s yet; it is asked again. If it"
                        + " goes on, check inbox.relay-url and its token",
                    outbox, rebuilds);
                return Uni.createFrom().voidItem();
              }
              LOG.infof("A replay of %s fills %s", outbox, rebuilds);
              return Panache.withTransaction(() -> models.requested(rebuilds));
            });
  }
}
