package com.cottonerp.relay.source;

import com.cottonerp.relay.outbox.PendingEvents.Ring;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds two ids of the log: no running transaction can commit an event below the first id, and
 * hardly any running transaction can commit an event below the second id.
 *
 * <p>A transaction has its number before the row is written, a moment after the transaction takes
 * the id at the latest: the services write the aggregate first, other writers may not. So an id
 * seen at the doorbell is safe when all transactions have ended whose numbers were given out until
 * a good while later. Pure.
 */
final class SafeIds {
  /**
   * The time from taking an id to taking the transaction's number; longer when the process is held
   * up.
   */
  static final Duration MOMENT = Duration.ofSeconds(1);

  private static final int REMEMBERED = 256;

  private record Seen(long id, long at) {}

  private record Mark(long id, long transaction) {}

  private final Deque<Seen> seen = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long recent;
  private long safe;

  /** Takes the result of a read of the doorbell. */
  void looked(Ring ring, long now) {
    if (recent == 0) {
      recent = ring.lastId();
    }
    remember(seen, new Seen(ring.lastId(), now));
    long settled = 0;
    while (!seen.isEmpty() && now - seen.getFirst().at() >= MOMENT.toNanos()) {
      settled = seen.removeFirst().id();
    }
    if (settled > 0) {
      recent = Math.max(recent, settled);
      remember(marks, new Mark(settled, ring.nextTransaction()));
    }
    while (!marks.isEmpty() && marks.getFirst().transaction() <= ring.oldestTransaction()) {
      safe = Math.max(safe, marks.removeFirst().id());
    }
  }

  /**
   * WHY the latest is dropped when there are too many: the steps become coarser, but stay correct.
   */
  private static <T> void remember(Deque<T> all, T latest) {
    if (all.size() == REMEMBERED) {
      all.removeLast();
    }
    all.addLast(latest);
  }

  /** Every event up to this id is committed, or never will be; 0 until such an id is known. */
  long safe() {
    return safe;
  }

  /** Events up to this id are committed, unless their transaction takes long. */
  long recent() {
    return recent;
  }

  /** Forgets all observations, because they do not hold for a new connection. */
  void forget() {
    seen.clear();
    marks.clear();
    recent = 0;
    safe = 0;
  }
}
