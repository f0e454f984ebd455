package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Gaps.Found;
import com.cottonerp.eventing.inbox.Gaps.FoundBy;
import com.cottonerp.eventing.inbox.InboxTransaction.Result;
import com.cottonerp.eventing.inbox.ParkedMessages.Parking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/**
 * Applies one event to one projection, and parks it when that cannot be done: a broken event holds
 * up neither other projections nor other aggregates (G5). Never fails, and waits for nothing but a
 * database that is down.
 */
@ApplicationScoped
class SingleEvents {
  private static final Logger LOG = Logger.getLogger(SingleEvents.class);

  private final InboxTransaction transaction;
  private final DatabasePatience patience;
  private final Cursors cursors;
  private final ParkedMessages parked;
  private final Gaps gaps;
  private final Origins origins;
  private final UnreadableMessages unreadable;
  private final StackTraces stackTraces;
  private final InboxConfig config;

  SingleEvents(
      InboxTransaction transaction,
      DatabasePatience patience,
      Cursors cursors,
      ParkedMessages parked,
      Gaps gaps,
      Origins origins,
      UnreadableMessages unreadable,
      StackTraces stackTraces,
      InboxConfig config) {
    this.transaction = transaction;
    this.patience = patience;
    this.cursors = cursors;
    this.parked = parked;
    this.gaps = gaps;
    this.origins = origins;
    this.unreadable = unreadable;
    this.stackTraces = stackTraces;
    this.config = config;
  }

  Uni<Result> apply(Arrival arrival, Projection projection) {
    return patience
        .retryWhileDatabaseIsDown(() -> transaction.apply(List.of(arrival), List.of(projection)))
        .onFailure(failure -> !(failure instanceof UnreadableDataException))
        .retry()
        .withBackOff(config.retryDelay())
        .atMost(Math.max(1, config.attempts() - 1))
        .onFailure()
        .recoverWithUni(failure -> park(arrival, projection, failure));
  }

  private Uni<Result> park(Arrival arrival, Projection projection, Throwable failure) {
    String error =
        failure instanceof UnreadableDataException
            ? failure.getMessage()
            : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    LOG.errorf(
        stackTraces.worthLogging(projection, failure).orElse(null),
        "%s could not be applied to %s and is parked; its aggregate waits, all others go on. It is"
            + " tried again by itself. To do: mend the cause, or skip the event with a reason (%s)",
        StorableText.line(arrival.event().type()),
        projection.name(),
        StorableText.line(error));
    return patience
        .retryWhileDatabaseIsDown(
            () -> InOneTransaction.run(session -> park(session, arrival, projection, error)))
        .onFailure()
        .recoverWithUni(refused -> keepRaw(arrival, projection, error, refused))
        .map(
            parking ->
                new Result(List.of(new Outcome(projection, arrival, null, parking)), List.of()));
  }

  private Uni<Parking> park(Session session, Arrival arrival, Projection projection, String error) {
    EventEnvelope event = arrival.event();
    return beginBefore(session, event.position(), projection)
        .chain(() -> parkBroken(session, event, projection, error));
  }

  // Else the next event would be taken for the first, and this one for one that was overtaken.
  private Uni<Void> beginBefore(Session session, EventPosition event, Projection projection) {
    return projection.beginsAnywhere() && event.sequence() > 1
        ? cursors.beginBefore(session, new Key(projection.name(), event.aggregateId()), event)
        : Uni.createFrom().voidItem();
  }

  private Uni<Parking> parkBroken(
      Session session, EventEnvelope event, Projection projection, String error) {
    return parked
        .parkBroken(session, projection.name(), event, error)
        .call(
            parking ->
                switch (parking) {
                  case CONFLICT -> parked.keepConflict(session, projection.name(), event);
                  case FULL ->
                      gaps.remember(
                          session,
                          origins.outboxOf(projection),
                          FoundBy.LIMIT,
                          List.of(
                              new Found(
                                  new Key(projection.name(), event.position().aggregateId()),
                                  event.position().sequence())));
                  case ERROR, GAP, BEHIND -> Uni.createFrom().voidItem();
                });
  }

  /** The last resort: any bytes fit there. */
  private Uni<Parking> keepRaw(
      Arrival arrival, Projection projection, String error, Throwable refused) {
    EventEnvelope event = arrival.event();
    ReceivedMessage message =
        new ReceivedMessage(
            event.position().eventId().toString(), "", event.attributes(), event.data());
    LOG.errorf(
        refused,
        "%s could not even be parked for %s; it is kept in inbox_unreadable",
        event.type(),
        projection.name());
    return patience
        .retryWhileDatabaseIsDown(
            () ->
                InOneTransaction.run(
                    session ->
                        unreadable.keep(
                            session, "projection " + projection.name(), message, error)))
        .onFailure()
        .invoke(
            lost ->
                LOG.errorf(
                    lost,
                    "%s could not be kept at all. To do: nothing is lost, the outbox has it; the"
                        + " next verification asks for it again",
                    event.type()))
        .onFailure()
        .recoverWithNull()
        .replaceWith(Parking.ERROR);
  }
}
