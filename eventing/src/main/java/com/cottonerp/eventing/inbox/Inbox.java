package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Step;
import com.cottonerp.eventing.inbox.ParkedMessages.Reason;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Applies messages to projections: each event once per projection and in the order of its
 * aggregate, whatever is redelivered, reordered or crashes (G4). The returned {@code Uni} completes
 * when the message may be acknowledged; it never fails, it waits for the database if it has to.
 *
 * <p>Thread-safe; must be subscribed on a (duplicated) Vert.x context.
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Cursors cursors;
  private final ParkedMessages parked;
  private final EventReader reader;
  private final ReplayRequests replays;
  private final InboxConfig config;
  private final InboxMetrics metrics;
  private final InboxTracing tracing;

  Inbox(
      Cursors cursors,
      ParkedMessages parked,
      EventReader reader,
      ReplayRequests replays,
      InboxConfig config,
      InboxMetrics metrics,
      InboxTracing tracing) {
    this.cursors = cursors;
    this.parked = parked;
    this.reader = reader;
    this.replays = replays;
    this.config = config;
    this.metrics = metrics;
    this.tracing = tracing;
  }

  /** Applies the message to every projection in turn. */
  public Uni<Void> receive(
      String subscription, ReceivedMessage message, Projection... projections) {
    EventEnvelope event;
    try {
      event = EventEnvelope.of(message);
    } catch (UnreadableMessageException unreadable) {
      return untilItWorks(keepUnreadable(subscription, message, unreadable));
    }
    return tracing.consuming(event, () -> applyToAll(event, projections));
  }

  private Uni<Void> applyToAll(EventEnvelope event, Projection... projections) {
    Causation.set(
        new Causation(
            event.position().eventId(),
            Optional.ofNullable(event.correlationId())
                .orElse(event.position().eventId().toString())));
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Projection projection : projections) {
      all = all.chain(() -> applyThenDrain(projection, event));
    }
    return all;
  }

  private Uni<Void> applyThenDrain(Projection projection, EventEnvelope event) {
    metrics.received(projection.name(), event.position());
    return untilItWorks(applyOrPark(projection, event))
        .chain(
            applied ->
                applied
                    ? drain(projection, event.position().aggregateId(), event.position().sequence())
                    : Uni.createFrom().voidItem())
        .eventually(() -> metrics.done(projection.name(), event.position()));
  }

  /** Applies what is parked right after {@code last}, one transaction each, until nothing is. */
  Uni<Void> drain(Projection projection, UUID aggregateId, long last) {
    return untilItWorks(
            Panache.withTransaction(
                () ->
                    Panache.getSession()
                        .chain(
                            session ->
                                parked.find(session, projection.name(), aggregateId, last + 1))))
        .chain(
            next ->
                next.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : untilItWorks(applyOrPark(projection, next.get()))
                        .chain(
                            applied ->
                                applied
                                    ? drain(projection, aggregateId, last + 1)
                                    : Uni.createFrom().voidItem()));
  }

  /** Tries the parked messages of an aggregate again, from the first one that is due. */
  Uni<Void> reapply(Projection projection, UUID aggregateId) {
    return Panache.withTransaction(
            () ->
                Panache.getSession()
                    .chain(session -> cursors.last(session, projection.name(), aggregateId)))
        .chain(last -> drain(projection, aggregateId, last));
  }

  /**
   * True when the event is applied (now or before); false when it is parked. Fails when the
   * database is the trouble: that says nothing of the event.
   */
  private Uni<Boolean> applyOrPark(Projection projection, EventEnvelope event) {
    return Uni.createFrom()
        .deferred(() -> apply(projection, event))
        .onFailure()
        .retry()
        .withBackOff(config.retryDelay())
        .atMost(config.attempts() - 1)
        .onFailure(failure -> !DatabaseTrouble.causes(failure))
        .recoverWithUni(failure -> parkBroken(projection, event, failure).replaceWith(false));
  }

  private Uni<Boolean> apply(Projection projection, EventEnvelope event) {
    return Panache.withTransaction(
            () ->
                Panache.getSession()
                    .chain(
                        session ->
                            cursors
                                .advance(session, projection.name(), event.position())
                                .chain(step -> take(session, projection, event, step))))
        .invoke(step -> tell(projection, event, step))
        .map(step -> !(step instanceof Step.Gap));
  }

  private Uni<Step> take(Session session, Projection projection, EventEnvelope event, Step step) {
    if (step instanceof Step.Next) {
      return deliver(projection, event)
          .chain(
              () ->
                  parked.forget(
                      session,
                      projection.name(),
                      event.position().aggregateId(),
                      event.position().sequence()))
          .replaceWith(step);
    }
    if (step instanceof Step.Gap) {
      return parkWithinBounds(session, projection, event, Reason.GAP, null).replaceWith(step);
    }
    return Uni.createFrom().item(step);
  }

  private Uni<Void> deliver(Projection projection, EventEnvelope event) {
    var route = projection.routes().route(event.type());
    if (event.tombstone() || route.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return reader.deliver(route.get(), event);
  }

  private Uni<Void> parkBroken(Projection projection, EventEnvelope event, Throwable failure) {
    String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return Panache.withTransaction(
            () ->
                Panache.getSession()
                    .chain(
                        session ->
                            parkWithinBounds(session, projection, event, Reason.ERROR, error)))
        .invoke(
            () -> {
              metrics.parked(projection.name(), Reason.ERROR);
              LOG.errorf(
                  failure,
                  "%s could not be applied to %s and is parked; its aggregate waits. Mend the cause,"
                      + " then re-apply it",
                  event.type(),
                  projection.name());
            });
  }

  private Uni<Void> parkWithinBounds(
      Session session, Projection projection, EventEnvelope event, Reason reason, String error) {
    return parked
        .count(session, projection.name())
        .chain(
            count -> {
              if (count >= config.maxParked()) {
                throw new IllegalStateException(
                    "%s has %d parked messages; no more are taken"
                        .formatted(projection.name(), count));
              }
              return parked.park(session, projection.name(), event, reason, error);
            });
  }

  private Uni<Void> keepUnreadable(
      String subscription, ReceivedMessage message, UnreadableMessageException why) {
    LOG.errorf(
        "Message %s on %s is no event (%s); it is kept in inbox_unreadable. Find who publishes it",
        message.messageId(), subscription, why.getMessage());
    metrics.unreadable(subscription);
    return Panache.withTransaction(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        parked.keepUnreadable(session, subscription, message, why.getMessage())));
  }

  private void tell(Projection projection, EventEnvelope event, Step step) {
    MDC.put("eventId", event.position().eventId());
    MDC.put("aggregateId", event.position().aggregateId());
    if (step instanceof Step.Next) {
      metrics.applied(projection.name(), event.position());
      LOG.debugf("Applied %s to %s", event.type(), projection.name());
    } else if (step instanceof Step.Duplicate) {
      metrics.duplicate(projection.name());
      LOG.debugf("%s was applied to %s before", event.type(), projection.name());
    } else if (step instanceof Step.Gap gap) {
      metrics.parked(projection.name(), Reason.GAP);
      LOG.warnf(
          "%s has sequence %d but %s is at %d: parked, the missing range is requested again",
          event.type(), event.position().sequence(), projection.name(), gap.last());
      replays.request(
          event.outbox(),
          event.position().aggregateId(),
          gap.last() + 1,
          event.position().sequence() - 1);
    }
  }

  /** Only the database can stop us now, so wait for it, holding the message and its key. */
  private <T> Uni<T> untilItWorks(Uni<T> work) {
    return work.onFailure()
        .invoke(
            failure ->
                LOG.warnf(
                    "Waiting for the database before the message is acknowledged: %s",
                    failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(config.retryDelay(), LONGEST_PAUSE)
        .indefinitely();
  }
}
