package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursor.Step;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Cursors.Stretch;
import com.cottonerp.eventing.inbox.InboxTransaction.Result;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The short way of events that no projection handles: one statement moves all their cursors.
 *
 * <p>INVARIANT: it is taken only for events that all come next, and moves all cursors or none. In
 * every other case, and after a failure, nothing is changed and {@link InboxTransaction} decides.
 */
@ApplicationScoped
class IgnoredEvents {
  private static final Logger LOG = Logger.getLogger(IgnoredEvents.class);

  private final Cursors cursors;
  private final EventReader reader;
  private final Pool pool;
  private final InboxConfig config;

  IgnoredEvents(Cursors cursors, EventReader reader, Pool pool, InboxConfig config) {
    this.cursors = cursors;
    this.reader = reader;
    this.pool = pool;
    this.config = config;
  }

  /** What became of the events, when they could go the short way. Never fails. */
  Uni<Optional<Result>> advance(List<Arrival> arrivals, List<Projection> projections) {
    Optional<Map<Key, Stretch>> stretches = stretches(arrivals, projections);
    if (stretches.isEmpty() || isAnyHandled(arrivals, projections)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return cursors
        .advance(pool, projections.stream().map(Projection::name).toList(), stretches.get())
        .ifNoItem()
        .after(config.applyTimeout())
        .fail()
        .onFailure()
        .invoke(failure -> LOG.debugf(failure, "Cursors were not moved in one statement"))
        .onFailure()
        .recoverWithItem(false)
        .map(
            moved ->
                moved
                    ? Optional.of(new Result(applied(arrivals, projections), List.of()))
                    : Optional.empty());
  }

  private boolean isAnyHandled(List<Arrival> arrivals, List<Projection> projections) {
    return arrivals.stream()
        .anyMatch(
            arrival ->
                projections.stream()
                    .anyMatch(projection -> reader.route(projection, arrival).isPresent()));
  }

  /** Empty when the events of one aggregate are not consecutive. */
  private static Optional<Map<Key, Stretch>> stretches(
      List<Arrival> arrivals, List<Projection> projections) {
    Map<Key, Stretch> stretches = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      EventPosition position = arrival.position();
      long before = position.sequence() - 1;
      for (Projection projection : projections) {
        Key key = new Key(projection.name(), position.aggregateId());
        Stretch known =
            stretches.getOrDefault(
                key, new Stretch(before, new RecentIds(before, RecentIds.NONE.ids())));
        if (known.recent().last() != before) {
          return Optional.empty();
        }
        stretches.put(key, new Stretch(known.was(), known.recent().with(position.eventId())));
      }
    }
    return Optional.of(stretches);
  }

  private static List<Outcome> applied(List<Arrival> arrivals, List<Projection> projections) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      projections.forEach(
          projection -> outcomes.add(new Outcome(projection, arrival, new Step.Next(), null)));
    }
    return outcomes;
  }
}
