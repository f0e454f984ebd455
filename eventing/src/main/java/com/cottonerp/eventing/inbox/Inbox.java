package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursor.Step;
import com.cottonerp.eventing.inbox.InboxTransaction.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Applies messages to projections: each event once per projection and in the order of its
 * aggregate, whatever is redelivered, reordered or crashes (G4). The returned {@code Uni} completes
 * when the messages may be acknowledged; it never fails, and waits for nothing but a database that
 * is down.
 *
 * <p>Thread-safe; must be subscribed on a (duplicated) Vert.x context.
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);

  private final InboxTransaction transaction;
  private final SingleEvents single;
  private final EventReader reader;
  private final DatabasePatience patience;
  private final UnreadableMessages unreadable;
  private final Origins origins;
  private final ParkedDrain drain;
  private final GapWatch gapWatch;
  private final InboxReport reports;
  private final InboxConfig config;
  private final InboxMetrics metrics;
  private final InboxTracing tracing;

  Inbox(
      InboxTransaction transaction,
      SingleEvents single,
      EventReader reader,
      DatabasePatience patience,
      UnreadableMessages unreadable,
      Origins origins,
      ParkedDrain drain,
      GapWatch gapWatch,
      InboxReport reports,
      InboxConfig config,
      InboxMetrics metrics,
      InboxTracing tracing) {
    this.transaction = transaction;
    this.single = single;
    this.reader = reader;
    this.patience = patience;
    this.unreadable = unreadable;
    this.origins = origins;
    this.drain = drain;
    this.gapWatch = gapWatch;
    this.reports = reports;
    this.config = config;
    this.metrics = metrics;
    this.tracing = tracing;
  }

  /**
   * Applies the messages in their order, each to the projections in theirs: what is known first,
   * what follows from it last.
   *
   * @param subscription where they came from, such as {@code risk.partner-events}; its topic says
   *     whose events they may be
   */
  public Uni<Void> receive(String subscription, ReceivedBatch batch, Projection... projections) {
    metrics.unreadable(subscription);
    List<Arrival> arrivals = new ArrayList<>();
    Uni<Void> kept = Uni.createFrom().voidItem();
    for (ReceivedMessage message : batch.messages()) {
      try {
        EventEnvelope event = EventEnvelope.of(message);
        origins.mustBelong(event, subscription);
        arrivals.add(new Arrival(event, tracing.start(event)));
      } catch (UnreadableMessageException no) {
        kept = kept.chain(() -> keepUnreadable(subscription, message, no));
      }
    }
    return kept.chain(() -> applyAll(arrivals, List.of(projections)));
  }

  private Uni<Void> applyAll(List<Arrival> arrivals, List<Projection> projections) {
    metrics.received(projections, arrivals);
    Uni<Void> all = Uni.createFrom().voidItem();
    for (List<Arrival> group : groups(arrivals, projections)) {
      all = all.chain(() -> apply(group, projections));
    }
    return all.eventually(
        () -> {
          metrics.done(projections, arrivals);
          arrivals.forEach(arrival -> arrival.span().end());
        });
  }

  /**
   * What may share a transaction. An event that moves aggregates has one of its own: what it locks
   * it does not hold longer than needed, and what it raises does not wait for others.
   */
  private List<List<Arrival>> groups(List<Arrival> arrivals, List<Projection> projections) {
    List<List<Arrival>> groups = new ArrayList<>();
    boolean open = false;
    for (Arrival arrival : arrivals) {
      boolean alone =
          projections.stream()
              .anyMatch(
                  projection ->
                      !(projection instanceof ReadModel)
                          && reader.route(projection, arrival).isPresent());
      if (alone || !open || groups.get(groups.size() - 1).size() >= config.batch()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(arrival);
      open = !alone;
    }
    return groups;
  }

  private Uni<Void> apply(List<Arrival> group, List<Projection> projections) {
    return patience
        .retryWhileDatabaseIsDown(() -> transaction.apply(group, projections))
        .invoke(this::finish)
        .replaceWithVoid()
        .onFailure()
        .invoke(
            failure ->
                LOG.debugf(
                    failure, "%d events could not be applied together; one by one", group.size()))
        .onFailure()
        .recoverWithUni(failure -> applyOneByOne(group, projections));
  }

  private Uni<Void> applyOneByOne(List<Arrival> group, List<Projection> projections) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Arrival arrival : group) {
      for (Projection projection : projections) {
        all =
            all.chain(
                () -> single.apply(arrival, projection).invoke(this::finish).replaceWithVoid());
      }
    }
    return all;
  }

  private void finish(Result result) {
    reports.report(result.outcomes());
    drain.start(result.parked());
    if (result.outcomes().stream().anyMatch(outcome -> outcome.step() instanceof Step.Gap)) {
      gapWatch.wakeUp();
    }
  }

  private Uni<Void> keepUnreadable(
      String subscription, ReceivedMessage message, UnreadableMessageException why) {
    LOG.errorf(
        "Message %s on %s is no event (%s); it is kept in inbox_unreadable. To do: find who publishes"
            + " it",
        StorableText.line(message.messageId()), subscription, StorableText.line(why.getMessage()));
    metrics.unreadable(subscription).increment();
    return patience
        .retryWhileDatabaseIsDown(
            () ->
                InOneTransaction.run(
                    session -> unreadable.keep(session, subscription, message, why.getMessage())))
        .onFailure()
        .invoke(
            failure ->
                LOG.errorf(
                    failure,
                    "Message %s could not be kept",
                    StorableText.line(message.messageId())))
        .onFailure()
        .recoverWithNull();
  }
}
