package com.cottonerp.pubsub.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The outstanding messages of a subscription, by acknowledgement id, each with a deadline. */
final class Leases {
  private static final long GRAIN_NANOS = 10_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}-[0-9a-z]+");

  private final Map<String, Delivery> out = new HashMap<>();
  private final Timetable<Delivery> deadlines;
  private final Time time;

  /** WHY random: an id of another subscription, or of an earlier run, must match no lease. */
  private final String prefix = UUID.randomUUID().toString().substring(24) + "-";

  private long last;

  Leases(Time time, java.util.function.Consumer<Delivery> whenExpired) {
    this.time = time;
    this.deadlines = new Timetable<>(time, GRAIN_NANOS, whenExpired);
  }

  void begin(Delivery delivery, Consumer consumer, int seconds) {
    delivery.ackId = prefix + Long.toString(++last, Character.MAX_RADIX);
    delivery.consumer = consumer;
    delivery.deadlineSlot = deadlines.add(delivery, time.nanos() + seconds * SECOND);
    out.put(delivery.ackId, delivery);
    consumer.took(delivery);
  }

  /** Whether the id has the form of an acknowledgement id of any subscription. */
  static boolean isWellFormed(String ackId) {
    return FORM.matcher(ackId).matches();
  }

  /** Returns null for an id that is not valid any more. */
  Delivery get(String ackId) {
    return out.get(ackId);
  }

  void extend(Delivery delivery, int seconds) {
    deadlines.remove(delivery, delivery.deadlineSlot);
    delivery.deadlineSlot = deadlines.add(delivery, time.nanos() + seconds * SECOND);
  }

  void end(Delivery delivery) {
    out.remove(delivery.ackId);
    deadlines.remove(delivery, delivery.deadlineSlot);
    delivery.consumer.gaveBack(delivery);
    delivery.consumer = null;
    delivery.ackId = null;
    delivery.line.back();
  }

  void endAll() {
    List.copyOf(out.values()).forEach(this::end);
  }
}
