package com.cottonerp.eventing.inbox;

import com.cottonerp.simulation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The committed rows of one projection, and the holders of its locks. */
final class InboxTables {
  final TreeMap<Integer, Cursor> cursors = new TreeMap<>();

  /** The read model: the applied messages of each aggregate, in order. */
  final Map<Integer, List<Message>> effects = new HashMap<>();

  final TreeMap<Integer, TreeMap<Long, Message>> parked = new TreeMap<>();
  final TreeMap<Integer, Long> gaps = new TreeMap<>();
  final Set<UUID> conflicts = new HashSet<>();

  /** The transactions that share the projection's advisory lock. */
  final Set<Object> sharing = new LinkedHashSet<>();

  Object alone;
  final Map<Integer, Object> rowLocks = new HashMap<>();

  private final int mostParked;

  InboxTables(int mostParked) {
    this.mostParked = mostParked;
  }

  Cursor cursor(int aggregate) {
    return cursors.getOrDefault(aggregate, Cursor.START);
  }

  boolean hasParked(int aggregate) {
    return !parked.getOrDefault(aggregate, new TreeMap<>()).isEmpty();
  }

  /** The statement PARK; also remembers the gap. */
  void park(Message message) {
    TreeMap<Long, Message> rows = parked.computeIfAbsent(message.aggregate, key -> new TreeMap<>());
    Message there = rows.get(message.sequence());
    if (there == null && parked.values().stream().mapToInt(TreeMap::size).sum() >= mostParked) {
      gaps.merge(message.aggregate, message.sequence(), Math::max);
      return;
    }
    if (there == null) {
      rows.put(message.sequence(), message);
    } else if (!there.id().equals(message.id())) {
      conflicts.add(message.id());
    }
    gaps.merge(message.aggregate, message.sequence() - 1, Math::max);
  }

  /** The statement FORGET: sets a parked message aside when another event now has its number. */
  void forgetApplied(int aggregate, long was, long last, Set<UUID> applied) {
    Map<Long, Message> gone =
        parked.getOrDefault(aggregate, new TreeMap<>()).subMap(was, false, last, true);
    gone.values().stream()
        .filter(message -> !applied.contains(message.id()))
        .forEach(message -> conflicts.add(message.id()));
    gone.clear();
  }

  /** OvertakenMessages, run by the holder of the cursor. */
  void judgeOvertaken(int aggregate) {
    Cursor cursor = cursor(aggregate);
    Map<Long, Message> gone =
        parked.getOrDefault(aggregate, new TreeMap<>()).headMap(cursor.last(), true);
    gone.values().stream()
        .filter(message -> cursor.hasAppliedAnother(message.sequence(), message.id()))
        .forEach(message -> conflicts.add(message.id()));
    gone.clear();
  }

  void forgetUpTo(int aggregate, long last) {
    parked.getOrDefault(aggregate, new TreeMap<>()).headMap(last, true).clear();
  }

  void unlock(Object owner) {
    sharing.remove(owner);
    rowLocks.values().removeIf(holder -> holder == owner);
    if (alone == owner) {
      alone = null;
    }
  }

  void check() {
    Set<Integer> all = new HashSet<>(cursors.keySet());
    all.addAll(effects.keySet());
    for (int aggregate : all) {
      List<Message> applied = effects.getOrDefault(aggregate, new ArrayList<>());
      if (applied.size() != cursor(aggregate).last()) {
        throw new Violation(
            "G4: the cursor of %d is at %d and its effects are %s"
                .formatted(aggregate, cursor(aggregate).last(), applied));
      }
      for (int i = 0; i < applied.size(); i++) {
        if (applied.get(i).sequence() != i + 1) {
          throw new Violation("G4: applied out of order: " + applied);
        }
      }
    }
  }

  boolean knows(Message message) {
    return conflicts.contains(message.id())
        || isIn(effects.getOrDefault(message.aggregate, List.of()), message)
        || isIn(parked.getOrDefault(message.aggregate, new TreeMap<>()).values(), message);
  }

  private static boolean isIn(Iterable<Message> messages, Message wanted) {
    for (Message message : messages) {
      if (message.id().equals(wanted.id())) {
        return true;
      }
    }
    return false;
  }
}
