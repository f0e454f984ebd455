package com.cottonerp.runner.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * When each event came to the broker first. Thread-safe.
 *
 * <p>WHY not every message: replays bring each event again and again, and what is kept must not
 * grow with them. Later messages of an event cannot be out of order.
 */
final class FirstArrivals {
  /** An event, and the number that the broker gave to its first message. */
  record Arrival(
      long messageId, UUID eventId, UUID aggregateId, long sequence, boolean isTombstone) {}

  private record Event(UUID id, UUID aggregateId, long sequence, boolean isTombstone) {
    Arrival at(long messageId) {
      return new Arrival(messageId, id, aggregateId, sequence, isTombstone);
    }
  }

  private final Map<Event, Long> firstMessages = new ConcurrentHashMap<>();

  void keep(Arrival arrival) {
    firstMessages.merge(
        new Event(
            arrival.eventId(), arrival.aggregateId(), arrival.sequence(), arrival.isTombstone()),
        arrival.messageId(),
        Math::min);
  }

  /** One for each event, in no order; two for an event with a tombstone that came as itself too. */
  Collection<Arrival> all() {
    List<Arrival> all = new ArrayList<>(firstMessages.size());
    firstMessages.forEach((event, message) -> all.add(event.at(message)));
    return all;
  }

  Set<UUID> events() {
    return firstMessages.keySet().stream().map(Event::id).collect(Collectors.toSet());
  }

  /** The events that came as a tombstone. */
  Set<UUID> tombstones() {
    return firstMessages.keySet().stream()
        .filter(Event::isTombstone)
        .map(Event::id)
        .collect(Collectors.toSet());
  }

  /** Describes each first arrival of an event that does not follow its predecessor. */
  List<String> outOfOrder() {
    Map<UUID, Long> last = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    all().stream()
        .sorted(Comparator.comparingLong(Arrival::messageId))
        .forEach(
            arrival -> {
              long before = last.getOrDefault(arrival.aggregateId(), 0L);
              if (arrival.sequence() > before + 1) {
                wrong.add("%s came after sequence %d".formatted(arrival, before));
              }
              last.merge(arrival.aggregateId(), arrival.sequence(), Math::max);
            });
    return wrong;
  }
}
