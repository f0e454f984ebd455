package com.cottonerp.relay.source;

import com.cottonerp.relay.outbox.OutboxSession;
import com.cottonerp.relay.outbox.PendingEvent;
import com.cottonerp.relay.outbox.PendingEvents.Candidate;
import com.cottonerp.relay.outbox.Predecessors.Doubtful;
import com.cottonerp.relay.outbox.Predecessors.Mark;
import com.cottonerp.relay.outbox.Predecessors.Predecessor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets an event through only when all earlier events of its aggregate are published or go along.
 * Only the turnstile keeps the order of first arrivals: the start of a fetch, the marks and other
 * replicas do not matter.
 *
 * <p>An event whose predecessor waits gets a mark, and is not fetched again before the predecessor
 * is settled. An event whose predecessor has not been fetched is left for a fetch that begins at
 * the predecessor.
 */
final class Turnstile {
  /**
   * The events that may go, and where to fetch again.
   *
   * @param lookFrom the id per lane, for events whose predecessor was not fetched
   * @param marked the number of events that got a mark
   */
  record Passage(List<PendingEvent> through, Map<Integer, Long> lookFrom, int marked) {}

  private final OutboxSession session;

  Turnstile(OutboxSession session) {
    this.session = session;
  }

  /** Decides on the candidates, in the order of their ids. */
  Passage pass(List<Candidate> candidates) throws SQLException {
    Map<UUID, Long> published = new HashMap<>();
    List<Candidate> held = new ArrayList<>();
    List<PendingEvent> through = through(candidates, published, held);
    if (held.isEmpty()) {
      return new Passage(through, Map.of(), 0);
    }
    Map<UUID, Doubtful> firsts = firstOfEach(held);
    Map<UUID, Predecessor> before = predecessors(firsts.values());
    firsts.forEach(
        (aggregate, first) -> {
          if (!before.containsKey(aggregate)) { // WHY: it is next, although its head is not known.
            published.put(aggregate, first.sequence() - 1);
          }
        });
    List<Candidate> waiting = new ArrayList<>();
    through = through(candidates, published, waiting);
    Set<Long> marked = mark(waiting, before);
    return new Passage(through, lookFrom(waiting, before, marked), marked.size());
  }

  private static List<PendingEvent> through(
      List<Candidate> candidates, Map<UUID, Long> known, List<Candidate> held) {
    Map<UUID, Long> published = new HashMap<>(known);
    List<PendingEvent> through = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      PendingEvent event = candidate.event();
      long last = published.merge(event.aggregateId(), candidate.publishedThrough(), Math::max);
      long sequence = event.facts().sequence();
      if (sequence <= last + 1) {
        through.add(event);
        published.put(event.aggregateId(), Math.max(last, sequence));
      } else {
        held.add(candidate);
      }
    }
    return through;
  }

  private static Map<UUID, Doubtful> firstOfEach(List<Candidate> held) {
    Map<UUID, Doubtful> firsts = new LinkedHashMap<>();
    for (Candidate candidate : held) {
      PendingEvent event = candidate.event();
      firsts.putIfAbsent(
          event.aggregateId(),
          new Doubtful(
              event.aggregateId(), candidate.publishedThrough(), event.facts().sequence()));
    }
    return firsts;
  }

  private Map<UUID, Predecessor> predecessors(Collection<Doubtful> events) throws SQLException {
    Map<UUID, Predecessor> found = new HashMap<>();
    for (Predecessor before : session.predecessors().find(List.copyOf(events))) {
      found.put(before.aggregateId(), before);
    }
    return found;
  }

  private Set<Long> mark(List<Candidate> waiting, Map<UUID, Predecessor> before)
      throws SQLException {
    List<Mark> marks = new ArrayList<>();
    for (Candidate candidate : waiting) {
      Predecessor first = before.get(candidate.event().aggregateId());
      if (first != null && first.isMarked()) {
        marks.add(new Mark(candidate.event().id(), first.head()));
      }
    }
    return marks.isEmpty() ? Set.of() : session.predecessors().mark(marks);
  }

  /** An event that did not go and has no mark is fetched again: after its predecessor, if known. */
  private static Map<Integer, Long> lookFrom(
      List<Candidate> waiting, Map<UUID, Predecessor> before, Set<Long> marked) {
    Map<Integer, Long> from = new HashMap<>();
    for (Candidate candidate : waiting) {
      PendingEvent event = candidate.event();
      if (!marked.contains(event.id())) {
        Predecessor first = before.get(event.aggregateId());
        long id = first == null || first.isMarked() ? event.id() : first.id();
        from.merge(event.lane(), Math.min(id, event.id()) - 1, Math::min);
      }
    }
    return from;
  }
}
