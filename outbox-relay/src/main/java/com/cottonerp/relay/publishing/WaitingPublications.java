package com.cottonerp.relay.publishing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * The publications that are not in flight: those that may be sent, and behind them those that wait
 * for their next attempt. Pure.
 *
 * <p>WHY two queues: there is one publication for each aggregate with something to send, and the
 * loop asks after every answer. What a turn costs must not grow with what waits.
 */
final class WaitingPublications {
  private final Deque<Publication> ready = new ArrayDeque<>();
  private final Queue<Publication> delayed = new PriorityQueue<>(WaitingPublications::byDueTime);

  private long bytes;

  private static int byDueTime(Publication one, Publication two) {
    return Long.signum(one.dueAt() - two.dueAt());
  }

  /** Behind those of its kind. */
  void add(Publication publication) {
    bytes += publication.bytes();
    if (publication.isUntried()) {
      ready.addLast(publication);
    } else {
      delayed.add(publication);
    }
  }

  /** Its next slice goes before whatever else is ready. */
  void addFirst(Publication publication) {
    bytes += publication.bytes();
    ready.addFirst(publication);
  }

  /**
   * The one to send next, or null when there is none. A retry that is due goes before what was not
   * tried yet, so that a stream of new events never keeps it waiting.
   *
   * @param probing whether each request is a question to the broker: then what was not tried yet
   *     goes first, and after that what has waited longest
   */
  Publication next(boolean probing, long now) {
    Publication retry = delayed.peek();
    if (retry != null && !probing && retry.isDue(now)) {
      return retry;
    }
    return ready.isEmpty() ? retry : ready.peek();
  }

  void remove(Publication next) {
    bytes -= next.bytes();
    if (ready.peek() == next) {
      ready.remove();
    } else {
      delayed.remove(next);
    }
  }

  void removeIf(Predicate<Publication> condition) {
    Predicate<Publication> forgotten =
        publication -> {
          boolean holds = condition.test(publication);
          bytes -= holds ? publication.bytes() : 0;
          return holds;
        };
    ready.removeIf(forgotten);
    delayed.removeIf(forgotten);
  }

  /** The broker works again: nobody waits any longer. */
  void retryAllNow(long now) {
    delayed.forEach(publication -> publication.retryNow(now));
  }

  boolean isEmpty() {
    return ready.isEmpty() && delayed.isEmpty();
  }

  int size() {
    return ready.size() + delayed.size();
  }

  long bytes() {
    return bytes;
  }
}
