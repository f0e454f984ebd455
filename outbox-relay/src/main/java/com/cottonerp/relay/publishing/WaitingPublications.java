package com.cottonerp.relay.publishing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * The publications without a request in flight: ready publications first, then the publications
 * that wait for their next attempt. Pure.
 *
 * <p>WHY two queues: each aggregate with events to send has one publication, and the loop asks
 * after every answer. The cost of a turn must not grow with the number of waiting publications.
 */
final class WaitingPublications {
  private final Deque<Publication> ready = new ArrayDeque<>();
  private final Queue<Publication> delayed = new PriorityQueue<>(WaitingPublications::byDueTime);

  private long bytes;

  private static int byDueTime(Publication one, Publication two) {
    return Long.signum(one.dueAt() - two.dueAt());
  }

  /** Adds the publication at the end of its queue. */
  void add(Publication publication) {
    bytes += publication.bytes();
    if (publication.isUntried()) {
      ready.addLast(publication);
    } else {
      delayed.add(publication);
    }
  }

  /** Adds the publication at the front: its next slice goes before all other ready slices. */
  void addFirst(Publication publication) {
    bytes += publication.bytes();
    ready.addFirst(publication);
  }

  /**
   * Returns the publication to send next, or null when no publication is ready. A due retry goes
   * before a first attempt, so that a stream of new events does not delay the retry.
   *
   * @param probing whether each request is a probe of the broker: then first attempts go first, and
   *     after those the publication that has waited longest
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

  /** Makes all publications ready, because the broker works again. */
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
