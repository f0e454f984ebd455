package com.cottonerp.pubsub.broker;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages that are delivered one after the other: those of an ordering key, or a single one that
 * has no key.
 *
 * <p>INVARIANT: from {@code first} to before {@code next} the messages are out, or acknowledged
 * while an earlier one is out; from {@code next} on they wait. All that are out are out to one
 * consumer.
 */
final class Line {
  final String key;

  /** Who has messages of it; null while none is out. */
  Consumer holder;

  /** Whether it waits for a while after a failure. */
  boolean held;

  /** Whether it waits for a consumer already. */
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
    while (next != null && next.acknowledged) {
      next = next.following;
    }
    trim();
    return next != null;
  }

  Delivery peek() {
    return next;
  }

  /** The message that waits first goes out. */
  Delivery take(Consumer consumer) {
    Delivery taken = next;
    next = taken.following;
    holder = consumer;
    out++;
    return taken;
  }

  /** A message is not out any more. After the last one the line is nobody's, and in no queue. */
  void back() {
    if (--out == 0) {
      holder = null;
      queued = false;
    }
  }

  /** Forgets what is acknowledged at the front. */
  void trim() {
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
   * A message waits again, and so do all that went out after it.
   *
   * @return those after it, in order
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
