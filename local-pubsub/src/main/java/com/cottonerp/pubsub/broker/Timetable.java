package com.cottonerp.pubsub.broker;

import java.util.LinkedHashSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Items with due times, and one timer for the earliest item. Adding and removing take logarithmic
 * time; an empty timetable runs no timer.
 */
final class Timetable<T> {
  private final Time time;
  private final long grain;
  private final Consumer<T> whenDue;
  private final TreeMap<Long, LinkedHashSet<T>> slots = new TreeMap<>();

  private Runnable cancelTimer = () -> {};
  private long timer = Long.MAX_VALUE;

  /**
   * @param grain nanoseconds; items due within one grain are handled together, at the end of the
   *     grain
   */
  Timetable(Time time, long grain, Consumer<T> whenDue) {
    this.time = time;
    this.grain = grain;
    this.whenDue = whenDue;
  }

  /**
   * @return the slot, which removes the item
   */
  long add(T item, long dueNanos) {
    long slot = Math.floorDiv(dueNanos, grain) + 1;
    slots.computeIfAbsent(slot, due -> new LinkedHashSet<>()).add(item);
    setTimer();
    return slot;
  }

  void remove(T item, long slot) {
    LinkedHashSet<T> items = slots.get(slot);
    if (items != null && items.remove(item) && items.isEmpty()) {
      slots.remove(slot);
    }
  }

  void clear() {
    slots.clear();
  }

  /** WHY a timer that is too early stays: most items are removed before their time. */
  private void setTimer() {
    if (!slots.isEmpty() && slots.firstKey() < timer) {
      cancelTimer.run();
      timer = slots.firstKey();
      cancelTimer = time.after(Math.max(0, timer * grain - time.nanos()), this::ring);
    }
  }

  private void ring() {
    timer = Long.MAX_VALUE;
    long now = Math.floorDiv(time.nanos(), grain);
    // One item at a time: handling an item may remove other items.
    try {
      while (!slots.isEmpty() && slots.firstKey() <= now) {
        long slot = slots.firstKey();
        T item = slots.firstEntry().getValue().iterator().next();
        remove(item, slot);
        whenDue.accept(item);
      }
    } finally {
      setTimer();
    }
  }
}
