package com.cottonerp.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Business transactions. A transaction takes an id when the transaction appends, and transactions
 * commit in any order. Transactions of one aggregate lock its row, so they commit in order.
 */
final class Writers {
  private static final int AGGREGATES = 4;
  private static final int LANES = 2;
  private static final int MOST_EVENTS = 14;

  private record Transaction(long number, List<RelayDatabase.Event> events) {}

  private final RelayDatabase database;
  private final RandomGenerator random;
  private final Map<UUID, Long> last = new HashMap<>();
  private final TreeMap<UUID, Transaction> open = new TreeMap<>();
  private int appended;

  Writers(RelayDatabase database, RandomGenerator random) {
    this.database = database;
    this.random = random;
  }

  List<RelayDatabase.Event> begin() {
    int number = random.nextInt(AGGREGATES);
    UUID aggregate = new UUID(0, number);
    if (open.containsKey(aggregate) || appended >= MOST_EVENTS) {
      return List.of();
    }
    long transaction = database.nextTransaction++;
    List<RelayDatabase.Event> events = new ArrayList<>();
    long sequence = last.getOrDefault(aggregate, 0L);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      long id = ++database.lastId;
      sequence++;
      events.add(new RelayDatabase.Event(id, number % LANES, aggregate, sequence, new UUID(1, id)));
    }
    appended += events.size();
    database.running.put(transaction, events);
    open.put(aggregate, new Transaction(transaction, events));
    return events;
  }

  /** Ends one transaction; returns the events that were committed. */
  List<RelayDatabase.Event> end(boolean commit) {
    if (open.isEmpty()) {
      return List.of();
    }
    List<UUID> aggregates = List.copyOf(open.keySet());
    UUID aggregate = aggregates.get(random.nextInt(aggregates.size()));
    Transaction ended = open.remove(aggregate);
    database.running.remove(ended.number());
    if (!commit) {
      return List.of();
    }
    ended.events().forEach(database::append);
    last.put(aggregate, ended.events().get(ended.events().size() - 1).sequence());
    return ended.events();
  }

  boolean areDone() {
    return open.isEmpty();
  }

  Map<UUID, Long> committed() {
    return last;
  }
}
