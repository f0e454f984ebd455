package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Gaps.Due;
import com.cottonerp.eventing.inbox.RelayClient.Tail;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks after missing and parked events: asks the relay for missing events, less often the longer a
 * gap stays; applies parked events that became applicable; tries failed events again. The events of
 * one aggregate delay no other aggregate. Replicas share the work.
 */
@ApplicationScoped
public class GapWatch {
  private static final Logger LOG = Logger.getLogger(GapWatch.class);
  private static final int MOST_TAILS = 500;

  private final List<String> projections;
  private final Gaps gaps;
  private final ParkedMessages parked;
  private final UnreadableMessages unreadable;
  private final ParkedDrain drain;
  private final RelayClient relay;
  private final InboxMetrics metrics;
  private final Vertx vertx;
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();

  GapWatch(
      @All List<Projection> projections,
      Gaps gaps,
      ParkedMessages parked,
      UnreadableMessages unreadable,
      ParkedDrain drain,
      RelayClient relay,
      InboxMetrics metrics,
      Vertx vertx) {
    this.projections = projections.stream().map(Projection::name).toList();
    this.gaps = gaps;
    this.parked = parked;
    this.unreadable = unreadable;
    this.drain = drain;
    this.relay = relay;
    this.metrics = metrics;
    this.vertx = vertx;
  }

  /** Looks as soon as possible. */
  public void wakeUp() {
    wanted.set(true);
    BackgroundWork.run(vertx, this::lookIfWanted);
  }

  private Uni<Void> lookIfWanted() {
    return wanted.get() ? look().chain(this::lookAgain) : Uni.createFrom().voidItem();
  }

  // A wake-up that came while it looked is not lost.
  private Uni<Void> lookAgain() {
    if (wanted.get() && !looking.get()) {
      BackgroundWork.run(vertx, this::lookIfWanted);
    }
    return Uni.createFrom().voidItem();
  }

  @Scheduled(
      identity = "gap-watch",
      every = "{inbox.gap-watch:3s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    if (!looking.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    wanted.set(false);
    return alone("missing events", this::askForMissing)
        .chain(() -> alone("parked messages", this::drainApplicable))
        .chain(() -> alone("figures", this::measure))
        .chain(() -> alone("old unreadable messages", this::sweep))
        .eventually(() -> looking.set(false));
  }

  private static Uni<Void> alone(String what, Supplier<Uni<Void>> work) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure()
        .invoke(
            failure -> LOG.warnf("%s could not be looked after; tried again: %s", what, failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> askForMissing() {
    return InOneTransaction.run(
            session ->
                gaps.closeFilled(session)
                    .chain(() -> gaps.takeDue(session, projections, MOST_TAILS)))
        .map(due -> due.stream().collect(Collectors.groupingBy(Due::outbox)))
        .chain(
            byOutbox ->
                DatabasePatience.inTurn(
                    byOutbox.entrySet(), entry -> ask(entry.getKey(), entry.getValue())));
  }

  private Uni<Void> ask(String outbox, List<Due> due) {
    drain.start(due.stream().filter(gap -> !gap.isMissingSomething()).map(Due::key).toList());
    Map<Key, Tail> tails = tails(due);
    if (tails.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (!relay.isConfigured()) {
      LOG.warnf(
          "Events of %d aggregates of %s are missing and inbox.relay-url is not set. To do: set it, or"
              + " ask for a replay by hand",
          tails.size(), outbox);
      return Uni.createFrom().voidItem();
    }
    return relay
        .replay(outbox, tails.values().stream().distinct().toList())
        .onFailure()
        .invoke(
            refused ->
                LOG.warnf(
                    "The relay did not take a replay of %s (%s); it is asked again. To do: check"
                        + " inbox.relay-url and its token",
                    outbox, refused.getMessage()))
        .chain(removed -> remember(outbox, tails, removed))
        .onFailure(RelayClient.RelayRefusedException.class)
        .recoverWithNull();
  }

  private static Map<Key, Tail> tails(List<Due> due) {
    return due.stream()
        .filter(Due::isMissingSomething)
        .collect(
            Collectors.toMap(
                Due::key,
                gap -> new Tail(gap.key().aggregateId(), gap.firstMissing(), gap.lastMissing())));
  }

  private Uni<Void> remember(String outbox, Map<Key, Tail> tails, Set<Tail> removed) {
    if (!removed.isEmpty()) {
      LOG.errorf(
          "The outbox %s does not have all missing events of %d aggregates any more (such as %s). To"
              + " do: GET /api/v1/inbox/gaps, then skip them with a reason, or rebuild",
          outbox, removed.size(), removed.iterator().next());
    }
    Map<Key, Boolean> answers =
        tails.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> removed.contains(entry.getValue())));
    return InOneTransaction.run(session -> gaps.answered(session, answers));
  }

  private Uni<Void> drainApplicable() {
    return InOneTransaction.run(session -> parked.applicable(session, projections))
        .invoke(drain::start)
        .replaceWithVoid();
  }

  private Uni<Void> measure() {
    return InOneTransaction.run(
        session ->
            parked
                .counts(session)
                .invoke(metrics::parkedNow)
                .chain(() -> parked.conflicts(session))
                .invoke(metrics::conflictsNow)
                .chain(() -> gaps.summary(session))
                .invoke(metrics::missingNow)
                .replaceWithVoid());
  }

  private Uni<Void> sweep() {
    return InOneTransaction.run(unreadable::sweep).replaceWithVoid();
  }
}
