package com.cottonerp.eventing.readmodels;

import com.cottonerp.eventing.inbox.DatabasePatience;
import com.cottonerp.eventing.inbox.GapWatch;
import com.cottonerp.eventing.inbox.Gaps;
import com.cottonerp.eventing.inbox.Gaps.Found;
import com.cottonerp.eventing.inbox.Gaps.FoundBy;
import com.cottonerp.eventing.inbox.InOneTransaction;
import com.cottonerp.eventing.inbox.InboxConfig;
import com.cottonerp.eventing.inbox.Origins;
import com.cottonerp.eventing.inbox.Projection;
import com.cottonerp.eventing.inbox.RelayClient;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/**
 * Compares what an outbox has published with what each projection has applied, now and then, so
 * that a message that was lost on the way is noticed although no later one comes (G14). Only lanes
 * whose digests differ are looked at, one after the other. What is still missing after a while on
 * its way becomes a gap, which {@link GapWatch} has filled. One replica at a time does it for an
 * outbox.
 */
@ApplicationScoped
class Verification {
  private static final Logger LOG = Logger.getLogger(Verification.class);

  /** The digest of a lane without an aggregate. */
  static final String NOTHING = "0".repeat(16);

  /** In one round; the rest is found in the next. */
  private static final int MOST_GAPS = 20_000;

  private final Map<String, List<Projection>> byOutbox;
  private final List<String> beginAnywhere;
  private final Verifications table;
  private final Gaps gaps;
  private final GapWatch gapWatch;
  private final RelayClient relay;
  private final InboxConfig config;

  Verification(
      @All List<Projection> projections,
      Origins origins,
      Verifications table,
      Gaps gaps,
      GapWatch gapWatch,
      RelayClient relay,
      InboxConfig config) {
    this.byOutbox = projections.stream().collect(Collectors.groupingBy(origins::outboxOf));
    this.beginAnywhere =
        projections.stream().filter(Projection::beginsAnywhere).map(Projection::name).toList();
    this.table = table;
    this.gaps = gaps;
    this.gapWatch = gapWatch;
    this.relay = relay;
    this.config = config;
  }

  @Scheduled(
      identity = "verification",
      every = "{inbox.verify-watch:10s}",
      delayed = "{inbox.verify-watch:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> watch() {
    return relay.isConfigured()
        ? DatabasePatience.inTurn(byOutbox.keySet(), this::verifyWhenDue)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> verifyWhenDue(String outbox) {
    return InOneTransaction.run(session -> table.take(session, outbox, config.verifyEvery()))
        .chain(due -> due ? verify(outbox) : Uni.createFrom().voidItem());
  }

  private Uni<Void> verify(String outbox) {
    return InOneTransaction.run(table::filling)
        .map(
            filling ->
                byOutbox.get(outbox).stream()
                    .map(Projection::name)
                    .filter(name -> !filling.contains(name))
                    .toList())
        .chain(
            projections ->
                projections.isEmpty() ? Uni.createFrom().voidItem() : verify(outbox, projections))
        .onFailure(RelayClient.RelayRefusedException.class)
        .invoke(
            refused ->
                LOG.warnf(
                    "What %s has published could not be asked for (%s); asked again in %s. To do:"
                        + " check inbox.relay-url and its token",
                    outbox, refused.getMessage(), config.verifyEvery()))
        .onFailure(RelayClient.RelayRefusedException.class)
        .recoverWithNull();
  }

  private Uni<Void> verify(String outbox, List<String> projections) {
    Map<UUID, Long> suspects = new HashMap<>();
    return relay
        .digest(outbox)
        .chain(
            published ->
                InOneTransaction.run(session -> table.digests(session, projections))
                    .map(applied -> differing(published, applied)))
        .chain(lanes -> collect(outbox, projections, List.copyOf(lanes), suspects))
        .chain(() -> suspects.isEmpty() ? Uni.createFrom().voidItem() : afterGrace())
        .chain(
            () -> InOneTransaction.run(session -> conclude(session, outbox, projections, suspects)))
        .invoke(found -> report(outbox, found))
        .replaceWithVoid();
  }

  private static TreeSet<Integer> differing(
      Map<Integer, String> published, Map<String, Map<Integer, String>> applied) {
    TreeSet<Integer> lanes = new TreeSet<>();
    published.forEach(
        (lane, digest) -> {
          if (applied.values().stream()
              .anyMatch(own -> !own.getOrDefault(lane, NOTHING).equals(digest))) {
            lanes.add(lane);
          }
        });
    return lanes;
  }

  /** Lane after lane: who has not come as far as was published. Some of it is on its way. */
  private Uni<Void> collect(
      String outbox, List<String> projections, List<Integer> lanes, Map<UUID, Long> suspects) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (int lane : lanes) {
      all =
          all.chain(
              () ->
                  suspects.size() >= MOST_GAPS
                      ? tooMany(outbox)
                      : collect(outbox, projections, lane, suspects));
    }
    return all;
  }

  private Uni<Void> collect(
      String outbox, List<String> projections, int lane, Map<UUID, Long> suspects) {
    return relay
        .sequences(outbox, lane)
        .chain(
            published ->
                InOneTransaction.run(
                    session -> table.behind(session, projections, beginAnywhere, published)))
        .invoke(
            behind ->
                behind.forEach(
                    found -> suspects.merge(found.key().aggregateId(), found.known(), Math::max)))
        .replaceWithVoid();
  }

  private static Uni<Void> tooMany(String outbox) {
    LOG.debugf(
        "More than %d aggregates of %s are behind; the rest is verified later", MOST_GAPS, outbox);
    return Uni.createFrom().voidItem();
  }

  private Uni<List<Found>> conclude(
      Session session, String outbox, Collection<String> projections, Map<UUID, Long> suspects) {
    Uni<List<Found>> missing =
        suspects.isEmpty()
            ? Uni.createFrom().item(List.of())
            : table.behind(session, projections, beginAnywhere, suspects);
    return missing
        .call(found -> gaps.remember(session, outbox, FoundBy.VERIFICATION, found))
        .call(
            () ->
                suspects.size() < MOST_GAPS
                    ? table.verified(session, projections)
                    : Uni.createFrom().voidItem());
  }

  private void report(String outbox, List<Found> missing) {
    if (missing.isEmpty()) {
      LOG.debugf("Everything that %s has published is applied", outbox);
      return;
    }
    LOG.warnf(
        "%d aggregates of %s lack published events here (such as %s): their messages were lost, and"
            + " are asked for again",
        missing.size(), outbox, missing.get(0).key());
    gapWatch.wakeUp();
  }

  private Uni<Void> afterGrace() {
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .emitter(
            emitter ->
                context
                    .owner()
                    .setTimer(
                        Math.max(1, config.verifyGrace().toMillis()),
                        timer -> context.runOnContext(nothing -> emitter.complete(null))));
  }
}
