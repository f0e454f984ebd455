package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursor.Step;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.InboxTransaction.Result;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Applies parked messages in order, beside what arrives: some of one aggregate, then some of the
 * next, so that a long row of one aggregate delays no other aggregate. What a crash forgets is
 * found again by {@link GapWatch}. Thread-safe.
 */
@ApplicationScoped
public class ParkedDrain {
  private static final Logger LOG = Logger.getLogger(ParkedDrain.class);
  private static final int CHUNK = 50;

  private final Map<String, Projection> projections = new HashMap<>();
  private final Cursors cursors;
  private final ParkedMessages parked;
  private final OvertakenMessages overtaken;
  private final InboxTransaction transaction;
  private final SingleEvents single;
  private final InboxReport reports;
  private final InboxTracing tracing;
  private final Vertx vertx;
  private final Set<Key> waiting = new LinkedHashSet<>();
  private boolean running;

  ParkedDrain(
      @All List<Projection> projections,
      Cursors cursors,
      ParkedMessages parked,
      OvertakenMessages overtaken,
      InboxTransaction transaction,
      SingleEvents single,
      InboxReport reports,
      InboxTracing tracing,
      Vertx vertx) {
    projections.forEach(projection -> this.projections.put(projection.name(), projection));
    this.cursors = cursors;
    this.parked = parked;
    this.overtaken = overtaken;
    this.transaction = transaction;
    this.single = single;
    this.reports = reports;
    this.tracing = tracing;
    this.vertx = vertx;
  }

  /** Soon; at once when nothing else is drained. */
  public void start(Collection<Key> keys) {
    synchronized (waiting) {
      keys.stream().filter(key -> projections.containsKey(key.projection())).forEach(waiting::add);
      if (running || waiting.isEmpty()) {
        return;
      }
      running = true;
    }
    BackgroundWork.run(vertx, this::drainWaiting);
  }

  private Uni<Void> drainWaiting() {
    Key key = next();
    if (key == null) {
      return Uni.createFrom().voidItem();
    }
    return drain(key)
        .onFailure()
        .invoke(failure -> LOG.warnf(failure, "%s could not be drained; tried again later", key))
        .onFailure()
        .recoverWithItem(false)
        .invoke(
            more -> {
              if (more) {
                synchronized (waiting) {
                  waiting.add(key);
                }
              }
              // A new context and stack for every turn.
              BackgroundWork.run(vertx, this::drainWaiting);
            })
        .replaceWithVoid();
  }

  private Key next() {
    synchronized (waiting) {
      Iterator<Key> first = waiting.iterator();
      if (!first.hasNext()) {
        running = false;
        return null;
      }
      Key key = first.next();
      first.remove();
      return key;
    }
  }

  /** Applies all that can be applied of an aggregate, and returns when that is done. */
  public Uni<Void> drainWhole(Key key) {
    return drain(key).chain(more -> more ? drainWhole(key) : Uni.createFrom().voidItem());
  }

  /** Applies some; true when there may be more. */
  private Uni<Boolean> drain(Key key) {
    return judgeOvertaken(key)
        .chain(
            () ->
                InOneTransaction.run(
                    session ->
                        cursors
                            .last(session, key)
                            .chain(last -> parked.upTo(session, key, last + CHUNK, CHUNK))))
        .chain(events -> events.isEmpty() ? Uni.createFrom().item(false) : apply(key, events))
        .onFailure(UnreadableMessageException.class)
        .recoverWithUni(no -> putOff(key, no));
  }

  /** WHY it can be: a later version is stricter about what it reads than the one that parked it. */
  private Uni<Boolean> putOff(Key key, Throwable no) {
    LOG.errorf(
        "The first parked message of %s cannot be read (%s); its aggregate waits. To do: skip it with a"
            + " reason",
        key, StorableText.line(no.getMessage()));
    return InOneTransaction.run(session -> parked.putOffFirst(session, key, no.getMessage()))
        .replaceWith(false);
  }

  private Uni<Boolean> apply(Key key, List<EventEnvelope> events) {
    List<Arrival> arrivals =
        events.stream().map(event -> new Arrival(event, tracing.start(event))).toList();
    List<Projection> projection = List.of(projections.get(key.projection()));
    return transaction
        .apply(arrivals, projection)
        .onFailure()
        .recoverWithUni(failure -> single.apply(arrivals.get(0), projection.get(0)))
        .invoke(result -> reports.report(result.outcomes()))
        .eventually(() -> arrivals.forEach(arrival -> arrival.span().end()))
        .map(ParkedDrain::hasMore);
  }

  /** WHY a transaction of its own: the first message that waits behind them may be unreadable. */
  private Uni<Void> judgeOvertaken(Key key) {
    return InOneTransaction.run(
            session ->
                cursors
                    .lock(session, List.of(key.projection()), List.of(key))
                    .map(held -> held.getOrDefault(key, Cursor.START))
                    .chain(cursor -> overtaken.judge(session, key, cursor)))
        .invoke(conflicts -> reports.reportOvertaken(key, conflicts))
        .replaceWithVoid();
  }

  /** What was no gap any more is parked still: the next turn judges it. */
  private static boolean hasMore(Result result) {
    return result.outcomes().stream()
        .anyMatch(outcome -> outcome.step() != null && !(outcome.step() instanceof Step.Gap));
  }
}
