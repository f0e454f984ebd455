package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.inbox.InboxMetrics;
import com.cottonerp.eventing.inbox.ReadModel;
import com.cottonerp.eventing.inbox.RelayClient;
import com.cottonerp.eventing.readmodels.ReplayRequests.Rebuild;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks for the replay of every read model that was emptied, or is new, until the relay takes it,
 * and sees when all of it has come. Replicas that do it at once ask for the same replay, and the
 * relay takes it once.
 */
@ApplicationScoped
class RebuildJob {
  private static final Logger LOG = Logger.getLogger(RebuildJob.class);

  private final ReadModels models;
  private final Rebuilds rebuilds;
  private final ReplayRequests requests;
  private final RelayClient relay;
  private final InboxMetrics metrics;
  private final AtomicBoolean lookedForNewOnes = new AtomicBoolean();

  RebuildJob(
      ReadModels models,
      Rebuilds rebuilds,
      ReplayRequests requests,
      RelayClient relay,
      InboxMetrics metrics) {
    this.models = models;
    this.rebuilds = rebuilds;
    this.requests = requests;
    this.relay = relay;
    this.metrics = metrics;
  }

  /**
   * WHY before the first request: until a read model is known to be new it counts as whole, and
   * would be believed although it is empty.
   */
  void beginAtStart(@Observes StartupEvent event) {
    if (!relay.isConfigured()) {
      return;
    }
    try {
      VertxContextSupport.subscribeAndAwait(this::beginThoseThatAreNew);
    } catch (Throwable failure) {
      LOG.warn("New read models could not be looked for at the start; tried again", failure);
    }
  }

  @Scheduled(
      identity = "rebuilds",
      every = "{inbox.rebuild-watch:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return askForReplays()
        .chain(() -> Panache.withTransaction(rebuilds::finish))
        .invoke(unfinished -> models.all().forEach(model -> report(model, unfinished)))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warn("Rebuilds could not be looked after; tried again", failure))
        .onFailure()
        .recoverWithNull();
  }

  private void report(ReadModel model, List<String> unfinished) {
    metrics.rebuildingNow(model.name(), unfinished.contains(model.name()));
  }

  private Uni<Void> askForReplays() {
    if (!relay.isConfigured()) {
      return Uni.createFrom().voidItem();
    }
    return beginThoseThatAreNew()
        .chain(this::openRequests)
        .map(found -> found.stream().collect(Collectors.groupingBy(Rebuild::replayId)).values())
        .onItem()
        .transformToMulti(replays -> Multi.createFrom().iterable(replays))
        .onItem()
        .transformToUniAndConcatenate(this::ask)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Each with the id of its replay, which all copies of the service use. */
  private Uni<List<Rebuild>> openRequests() {
    return Panache.withSession(requests::open)
        .chain(
            found ->
                found.stream().allMatch(Rebuild::hasReplay)
                    ? Uni.createFrom().item(found)
                    : setReplays(found).chain(() -> Panache.withSession(requests::open)))
        .map(found -> found.stream().filter(Rebuild::hasReplay).toList());
  }

  private Uni<Void> setReplays(List<Rebuild> found) {
    List<String> outboxes =
        found.stream()
            .filter(rebuild -> !rebuild.hasReplay())
            .map(Rebuild::outbox)
            .distinct()
            .toList();
    return Multi.createFrom()
        .iterable(outboxes)
        .onItem()
        .transformToUniAndConcatenate(
            outbox -> Panache.withTransaction(() -> requests.setReplay(outbox)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> beginThoseThatAreNew() {
    return lookedForNewOnes.get()
        ? Uni.createFrom().voidItem()
        : Panache.withTransaction(() -> rebuilds.beginThoseThatAreNew(models.all()))
            .invoke(() -> lookedForNewOnes.set(true));
  }

  /** One replay fills all that was emptied of what one outbox tells. */
  private Uni<Void> ask(List<Rebuild> emptied) {
    String outbox = emptied.get(0).outbox();
    UUID replayId = emptied.get(0).replayId();
    List<String> names = emptied.stream().map(Rebuild::projection).toList();
    return setTargets(outbox, emptied)
        .chain(() -> relay.replayAll(outbox, replayId, "fills " + names))
        .invoke(
            replayed ->
                LOG.infof(
                    "The replay %s of %d events of %s fills %s", replayId, replayed, outbox, names))
        .chain(replayed -> Panache.withTransaction(() -> requests.taken(emptied, replayed)))
        .onFailure(RelayClient.RelayRefusedException.class)
        .recoverWithUni(
            refused -> {
              LOG.infof(
                  "The relay has not taken the replay of %s for %s yet (%s); it is asked again. If it"
                      + " goes on, check inbox.relay-url and its token",
                  outbox, names, refused.getMessage());
              return Uni.createFrom().voidItem();
            });
  }

  /** What was published when the replay is asked for has to come; lane after lane. */
  private Uni<Void> setTargets(String outbox, List<Rebuild> emptied) {
    return relay
        .digest(outbox)
        .chain(
            lanes -> {
              Uni<Void> all = Uni.createFrom().voidItem();
              for (int lane : lanes.keySet()) {
                if (!lanes.get(lane).equals(Verification.NOTHING)) {
                  all = all.chain(() -> setTargets(outbox, lane, emptied));
                }
              }
              return all;
            });
  }

  private Uni<Void> setTargets(String outbox, int lane, List<Rebuild> emptied) {
    return relay
        .sequences(outbox, lane)
        .chain(published -> Panache.withTransaction(() -> rebuilds.setTargets(emptied, published)));
  }
}
