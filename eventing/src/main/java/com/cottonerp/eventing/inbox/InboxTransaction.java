package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursor.Step;
import com.cottonerp.eventing.inbox.Cursors.Key;
import com.cottonerp.eventing.inbox.Gaps.Found;
import com.cottonerp.eventing.inbox.Gaps.FoundBy;
import com.cottonerp.eventing.inbox.ParkedMessages.Parking;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Applies events to projections in one transaction: all cursors advance and all read models change,
 * or nothing does. A projection that ignores an event costs nothing but its cursor.
 */
@ApplicationScoped
class InboxTransaction {
  private final Cursors cursors;
  private final IgnoredEvents ignored;
  private final ParkedMessages parked;
  private final Gaps gaps;
  private final Origins origins;
  private final EventReader reader;
  private final InboxTracing tracing;
  private final InboxConfig config;

  InboxTransaction(
      Cursors cursors,
      IgnoredEvents ignored,
      ParkedMessages parked,
      Gaps gaps,
      Origins origins,
      EventReader reader,
      InboxTracing tracing,
      InboxConfig config) {
    this.cursors = cursors;
    this.ignored = ignored;
    this.parked = parked;
    this.gaps = gaps;
    this.origins = origins;
    this.reader = reader;
    this.tracing = tracing;
    this.config = config;
  }

  /**
   * What became of the events.
   *
   * @param parked whose aggregates have parked messages that may be applied now
   */
  record Result(List<Outcome> outcomes, List<Key> parked) {}

  /** Fails, and changes nothing, when one of them cannot be applied or it takes too long. */
  Uni<Result> apply(List<Arrival> arrivals, List<Projection> projections) {
    return ignored
        .advance(arrivals, projections)
        .chain(
            result ->
                result
                    .map(done -> Uni.createFrom().item(done))
                    .orElseGet(() -> applyHandled(arrivals, projections)));
  }

  private Uni<Result> applyHandled(List<Arrival> arrivals, List<Projection> projections) {
    return BackgroundWork.within(
        config.applyTimeout(),
        () ->
            Panache.withTransaction(
                () ->
                    Panache.getSession()
                        .chain(session -> new Work(session, arrivals, projections).run())));
  }

  /** One run: the cursors as they were and as they will be. */
  private final class Work {
    private final Session session;
    private final List<Arrival> arrivals;
    private final List<Projection> projections;
    private final Map<Key, Cursor> after = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    private Map<Key, Cursor> before = Map.of();

    Work(Session session, List<Arrival> arrivals, List<Projection> projections) {
      this.session = session;
      this.arrivals = arrivals;
      this.projections = projections;
    }

    Uni<Result> run() {
      Set<Key> keys = new LinkedHashSet<>();
      for (Projection projection : projections) {
        arrivals.forEach(arrival -> keys.add(key(projection, arrival)));
      }
      return cursors
          .lock(session, projections.stream().map(Projection::name).toList(), keys)
          .invoke(found -> before = found)
          .chain(this::takeAll)
          .chain(this::rememberGaps)
          .chain(() -> cursors.move(session, before, after))
          .call(this::forgetApplied)
          .map(withParked -> new Result(outcomes, withParked));
    }

    private Uni<Void> takeAll() {
      Uni<Void> all = Uni.createFrom().voidItem();
      for (Arrival arrival : arrivals) {
        all = all.chain(() -> take(arrival));
      }
      return all;
    }

    private Uni<Void> take(Arrival arrival) {
      List<Supplier<Uni<Void>>> effects = new ArrayList<>();
      boolean delivers = false;
      boolean decides = false;
      for (Projection projection : projections) {
        Key key = key(projection, arrival);
        Cursor cursor = after.getOrDefault(key, before.getOrDefault(key, Cursor.START));
        if (cursor.equals(Cursor.START) && projection.beginsAnywhere()) {
          cursor = Cursor.before(arrival.position());
        }
        Step step = cursor.step(arrival.position());
        if (step instanceof Step.Next) {
          after.put(key, cursor.after(arrival.position()));
          Optional<Routes.Route<?>> route = reader.route(projection, arrival);
          if (route.isPresent()) {
            delivers = true;
            decides |= !(projection instanceof ReadModel);
            effects.add(() -> reader.deliver(route.get(), arrival));
          }
          outcomes.add(new Outcome(projection, arrival, step, null));
        } else if (step instanceof Step.Gap gap) {
          effects.add(() -> park(projection, arrival, gap));
        } else {
          if (step instanceof Step.Conflict) {
            effects.add(() -> parked.keepConflict(session, projection.name(), arrival.event()));
          }
          outcomes.add(new Outcome(projection, arrival, step, null));
        }
      }
      if (effects.isEmpty()) {
        return Uni.createFrom().voidItem();
      }
      // The next event starts with nothing that this one has loaded, as in a transaction of its
      // own.
      Supplier<Uni<Void>> cleanUp =
          delivers
              ? () -> session.flush().invoke(session::clear)
              : () -> Uni.createFrom().voidItem();
      if (decides) {
        effects.add(0, () -> EventAsActor.set(session, arrival.event()));
      }
      return tracing.within(
          arrival.span(),
          () -> {
            Causation.set(Causation.by(arrival.event()));
            return inOrder(effects).chain(() -> cleanUp.get());
          });
    }

    private Uni<Void> park(Projection projection, Arrival arrival, Step.Gap gap) {
      return parked
          .park(session, projection.name(), arrival.event(), gap.last() + 1)
          .call(
              parking ->
                  parking == Parking.CONFLICT
                      ? parked.keepConflict(session, projection.name(), arrival.event())
                      : Uni.createFrom().voidItem())
          .invoke(parking -> outcomes.add(new Outcome(projection, arrival, gap, parking)))
          .replaceWithVoid();
    }

    private Uni<Void> rememberGaps() {
      Uni<Void> all = Uni.createFrom().voidItem();
      for (Projection projection : projections) {
        String outbox = origins.outboxOf(projection);
        all =
            all.chain(() -> remember(outbox, FoundBy.ARRIVAL, found(projection, Parking.GAP, -1)))
                .chain(() -> remember(outbox, FoundBy.LIMIT, found(projection, Parking.FULL, 0)));
      }
      return all;
    }

    private Uni<Void> remember(String outbox, FoundBy foundBy, List<Found> found) {
      return gaps.remember(session, outbox, foundBy, found);
    }

    /**
     * @param offset 0 when the event itself is missing, -1 when only those before it are
     */
    private List<Found> found(Projection projection, Parking parking, int offset) {
      Map<Key, Long> known = new LinkedHashMap<>();
      for (Outcome outcome : outcomes) {
        if (outcome.parking() == parking && outcome.projection() == projection) {
          known.merge(
              key(projection, outcome.arrival()),
              outcome.arrival().position().sequence() + offset,
              Math::max);
        }
      }
      return known.entrySet().stream()
          .map(entry -> new Found(entry.getKey(), entry.getValue()))
          .toList();
    }

    private Uni<Void> forgetApplied(List<Key> withParked) {
      if (withParked.isEmpty()) {
        return Uni.createFrom().voidItem();
      }
      Map<Key, Cursor> applied =
          withParked.stream().collect(Collectors.toMap(key -> key, after::get));
      // WHY not all arrivals: one that was parked just now may have the number of one that was
      // applied.
      List<Outcome> events =
          outcomes.stream().filter(outcome -> outcome.step() instanceof Step.Next).toList();
      return parked.forget(session, before, applied, events);
    }
  }

  private static Uni<Void> inOrder(List<Supplier<Uni<Void>>> effects) {
    Uni<Void> all = effects.get(0).get();
    for (Supplier<Uni<Void>> effect : effects.subList(1, effects.size())) {
      all = all.chain(() -> effect.get());
    }
    return all;
  }

  private static Key key(Projection projection, Arrival arrival) {
    return new Key(projection.name(), arrival.position().aggregateId());
  }
}
