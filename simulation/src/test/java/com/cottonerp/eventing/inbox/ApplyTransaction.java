package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.inbox.Cursor.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The statements of InboxTransaction, one after the other, with the real {@link Cursor} between
 * them. Other transactions see the writes after the commit.
 */
final class ApplyTransaction {
  private enum Next {
    LOCK,
    DECIDE,
    MOVE,
    COMMIT,
    DONE
  }

  private final InboxTables tables;
  private final InboxVariant variant;
  private final List<Message> arrivals;
  private final Map<Integer, Cursor> before = new LinkedHashMap<>();
  private final Map<Integer, Cursor> after = new LinkedHashMap<>();
  private final List<Message> applied = new ArrayList<>();
  private final List<Message> toPark = new ArrayList<>();
  private final List<Message> conflicts = new ArrayList<>();
  private final List<Integer> withParked = new ArrayList<>();
  private Next next = Next.LOCK;

  ApplyTransaction(InboxTables tables, InboxVariant variant, List<Message> arrivals) {
    this.tables = tables;
    this.variant = variant;
    this.arrivals = arrivals;
  }

  boolean isDone() {
    return next == Next.DONE;
  }

  List<Message> arrivals() {
    return arrivals;
  }

  /** The aggregates whose parked messages may be applied now. */
  List<Integer> withParked() {
    return withParked;
  }

  /** Whether a message was new or known: then the parked messages may hold more to drain. */
  boolean hasMore() {
    return toPark.size() < arrivals.size();
  }

  /** Runs one statement; does not advance while another transaction holds a needed lock. */
  void step() {
    switch (next) {
      case LOCK -> lock();
      case DECIDE -> decide();
      case MOVE -> move();
      case COMMIT -> commit();
      case DONE -> {}
    }
  }

  /** Rolls back, as a crash would. */
  void rollBack() {
    tables.unlock(this);
    before.clear();
    after.clear();
    applied.clear();
    toPark.clear();
    conflicts.clear();
    withParked.clear();
    next = Next.LOCK;
  }

  private void lock() {
    if (tables.alone != null) {
      return;
    }
    tables.sharing.add(this);
    TreeSet<Integer> aggregates = new TreeSet<>();
    arrivals.forEach(arrival -> aggregates.add(arrival.aggregate));
    for (int aggregate : aggregates) {
      if (before.containsKey(aggregate)) {
        continue;
      }
      if (tables.cursors.containsKey(aggregate)) {
        Object holder = tables.rowLocks.putIfAbsent(aggregate, this);
        if (holder != null && holder != this) {
          return;
        }
      }
      before.put(aggregate, tables.cursor(aggregate));
    }
    next = Next.DECIDE;
  }

  private void decide() {
    for (Message arrival : arrivals) {
      int aggregate = arrival.aggregate;
      Cursor cursor = after.getOrDefault(aggregate, before.get(aggregate));
      Step step = cursor.step(arrival.position);
      if (step instanceof Step.Next) {
        after.put(aggregate, cursor.after(arrival.position));
        applied.add(arrival);
      } else if (step instanceof Step.Gap) {
        toPark.add(arrival);
      } else if (step instanceof Step.Conflict && variant != InboxVariant.CURSOR_WITHOUT_ID) {
        conflicts.add(arrival);
      }
    }
    next = Next.MOVE;
  }

  private void move() {
    for (int aggregate : new TreeSet<>(after.keySet())) {
      if (before.get(aggregate).last() == 0) {
        boolean beingDeleted = tables.rowLocks.get(aggregate) instanceof Rebuild;
        if (tables.cursors.containsKey(aggregate) && !beingDeleted) {
          rollBack(); // WHY: somebody else has started it; as MovedMeanwhileException.
          return;
        }
        Object holder = tables.rowLocks.putIfAbsent(aggregate, this);
        if (holder != null && holder != this) {
          return; // WHY: who inserts the same row waits for the end of who did so first.
        }
      }
    }
    after.keySet().stream().filter(this::hasParked).forEach(withParked::add);
    next = Next.COMMIT;
  }

  /** A transaction sees the messages that it parked itself. */
  private boolean hasParked(int aggregate) {
    return tables.hasParked(aggregate)
        || toPark.stream().anyMatch(message -> message.aggregate == aggregate);
  }

  private void commit() {
    tables.cursors.putAll(after);
    for (Message message : applied) {
      tables.effects.computeIfAbsent(message.aggregate, key -> new ArrayList<>()).add(message);
    }
    toPark.forEach(tables::park);
    conflicts.forEach(message -> tables.conflicts.add(message.id()));
    Set<UUID> ids = applied.stream().map(Message::id).collect(Collectors.toSet());
    withParked.forEach(
        aggregate ->
            tables.forgetApplied(
                aggregate, before.get(aggregate).last(), after.get(aggregate).last(), ids));
    if (variant == InboxVariant.FORGET_WITHOUT_ID) {
      withParked.forEach(aggregate -> tables.forgetUpTo(aggregate, before.get(aggregate).last()));
    }
    tables.unlock(this);
    next = Next.DONE;
  }
}
