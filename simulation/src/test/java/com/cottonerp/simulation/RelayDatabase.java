package com.cottonerp.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * The committed rows of one outbox, with the effects of the triggers. A statement is one call: the
 * relay holds no transaction over two statements. Times are nanoseconds of the virtual clock.
 */
public final class RelayDatabase {
  public static final long NEVER = Long.MIN_VALUE / 2;

  /** A row of the log. */
  public record Event(long id, int lane, UUID aggregateId, long sequence, UUID eventId) {}

  /** A row of the queue. */
  public static final class Pending {
    public final Event event;
    public int attempts;
    public Long nextAttemptAt;
    public boolean failed;
    public String discardReason;
    public Long blockedBy;

    Pending(Event event) {
      this.event = event;
    }

    /** The trigger {@code outbox_mark_waiting}. */
    void changed(long now) {
      boolean waits = nextAttemptAt != null && nextAttemptAt > now;
      if ((failed && discardReason == null) || waits) {
        blockedBy = event.id();
      } else if (blockedBy != null && blockedBy == event.id()) {
        blockedBy = 0L;
      }
    }
  }

  /** A row of {@code outbox_lane}. */
  public static final class Lease {
    public String owner;
    public long epoch;
    public long until = NEVER;

    public boolean isOf(String replica, long itsEpoch) {
      return epoch == itsEpoch && replica.equals(owner);
    }
  }

  /** A row of {@code outbox_replica}. */
  public record Replica(long aliveUntil, boolean working) {}

  public final TreeMap<Long, Event> log = new TreeMap<>();
  public final TreeMap<Long, Pending> queue = new TreeMap<>();
  public final Set<Long> receipts = new HashSet<>();
  public final Map<UUID, Long> heads = new HashMap<>();
  public final TreeMap<Integer, Lease> lanes = new TreeMap<>();
  public final TreeMap<String, Replica> replicas = new TreeMap<>();

  public long lastId;
  public long nextTransaction = 1;

  /** The transaction numbers of the writers that still run. */
  public final TreeMap<Long, Object> running = new TreeMap<>();

  private final LongPredicate acknowledged;

  /**
   * @param acknowledged whether the broker has acknowledged an event
   */
  public RelayDatabase(int lanes, LongPredicate acknowledged) {
    this.acknowledged = acknowledged;
    for (int lane = 0; lane < lanes; lane++) {
      this.lanes.put(lane, new Lease());
    }
  }

  public void append(Event event) {
    log.put(event.id(), event);
    queue.put(event.id(), new Pending(event));
  }

  /** The statement of {@code Settlements} with the triggers of queue and receipts. */
  public void settle(Collection<Long> ids) {
    for (long id : ids) {
      if (!acknowledged.test(id)) {
        throw new Violation("G1: event %d is settled and not acknowledged".formatted(id));
      }
      Pending gone = queue.remove(id);
      if (gone != null && gone.blockedBy != null) {
        for (Pending row : queue.values()) {
          if (row.blockedBy != null && row.blockedBy == id) {
            row.blockedBy = 0L;
          }
        }
      }
      if (receipts.add(id)) {
        Event event = log.get(id);
        heads.merge(event.aggregateId(), event.sequence(), Math::max);
      }
    }
  }

  /**
   * The statement of {@code BrokerRefusals}, without its fence. Returns whether the event has
   * failed.
   */
  public boolean refuse(Pending row, int maxAttempts, long retryAfter, long now) {
    row.attempts++;
    boolean again = row.discardReason != null || row.attempts < maxAttempts;
    row.failed = row.discardReason != null ? row.failed : !again;
    row.nextAttemptAt = again ? now + retryAfter : null;
    row.changed(now);
    return row.failed && row.discardReason == null;
  }

  public void requeue(Pending row, long now) {
    row.attempts = 0;
    row.nextAttemptAt = null;
    row.failed = false;
    row.changed(now);
  }

  public void discard(Pending row, long now) {
    row.attempts = 0;
    row.nextAttemptAt = null;
    row.discardReason = "discarded";
    row.changed(now);
  }

  /** Checks the promise of the marks: the row that others wait for exists, and waits itself. */
  public void checkMarks() {
    for (Pending row : queue.values()) {
      if (row.blockedBy != null && row.blockedBy > 0) {
        Pending head = queue.get(row.blockedBy);
        if (head == null || head.blockedBy == null) {
          throw new Violation(
              "G13: event %d waits for %d, which does not wait"
                  .formatted(row.event.id(), row.blockedBy));
        }
      }
    }
  }
}
