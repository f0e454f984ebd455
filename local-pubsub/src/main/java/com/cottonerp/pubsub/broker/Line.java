package com.cottonerp.pubsub.broker;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages that are delivered one after the other: the messages of an ordering key, or a single
 * message without a key.
 *
 * <p>INVARIANT: the messages from {@code first} to before {@code next} are out, or are acknowledged
 * while an earlier message is out. The messages from {@code next} on wait. One consumer holds all
 * messages that are out.
 */
final class Line {
  final String key;

  /** The consumer that holds messages of the line; null while no message is out. */
  Consumer holder;

  /** Whether the line waits for its retry after a failure. */
  boolean held;

  /** Whether the line is in a queue for consumers. */
  boolean queued;

  private Delivery first;
  private Delivery next;
  private Delivery last;
  private int out;

  Line(String key) {
    this.key = key;
  }

  void append(Delivery delivery) {
    if (last == null) {
      first = delivery;
    } else {
      last.following = delivery;
    }
    last = delivery;
    if (next == null) {
      next = delivery;
    }
  }

  /** Whether a message waits. */
  boolean hasNext() {
    trim();
    return next != null;
  }

  Delivery peek() {
    return next;
  }

  /** Takes the first waiting message out to the consumer. */
  Delivery take(Consumer consumer) {
    Delivery taken = next;
    next = taken.following;
    holder = consumer;
    out++;
    return taken;
  }

  /**
   * Counts a message as no longer out. After the last message the line has no holder and no queue.
   */
  void back() {
    if (--out == 0) {
      holder = null;
      queued = false;
    }
  }

  /**
   * Forgets the acknowledged messages at the front. WHY also of those that wait: a restart reads
   * all that was published and acknowledged, and nothing goes out meanwhile.
   */
  void trim() {
    while (next != null && next.acknowledged) {
      next = next.following;
    }
    while (first != null && first.acknowledged && first != next) {
      first = first.following;
    }
    if (first == null) {
      last = null;
    }
  }

  boolean isEmpty() {
    trim();
    return first == null;
  }

  /**
   * Makes a message wait again, with all messages that went out after it.
   *
   * @return the messages after it, in order
   */
  List<Delivery> rewind(Delivery delivery) {
    List<Delivery> later = new ArrayList<>();
    for (Delivery each = delivery.following; each != next; each = each.following) {
      later.add(each);
    }
    next = delivery;
    return later;
  }
}
