package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.faults.Faults;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The messages that a subscription has not acknowledged yet, in lines, and the lines that may be
 * delivered. Takes constant time for each message.
 */
final class Backlog {
  private static final long HOLD_GRAIN_NANOS = 1_000_000;

  private final Map<Long, Delivery> unacknowledged = new LinkedHashMap<>();
  private final Map<String, Line> keyed = new HashMap<>();
  private final ArrayDeque<Line> ready = new ArrayDeque<>();
  private final Timetable<Line> holds;
  private final Time time;
  private final Supplier<Faults> faults;
  private final boolean ordered;
  private long bytes;

  /**
   * @param wake called when a line becomes deliverable
   */
  Backlog(Time time, Supplier<Faults> faults, boolean ordered, Runnable wake) {
    this.time = time;
    this.faults = faults;
    this.ordered = ordered;
    this.holds =
        new Timetable<>(
            time,
            HOLD_GRAIN_NANOS,
            line -> {
              line.held = false;
              queue(line);
              forgetIfEmpty(line);
              wake.run();
            });
  }

  void add(StoredMessage message) {
    String key = ordered ? message.content().getOrderingKey() : "";
    Line line = key.isEmpty() ? new Line(key) : keyed.computeIfAbsent(key, Line::new);
    Delivery delivery = new Delivery(message, line);
    line.append(delivery);
    unacknowledged.put(message.sequence(), delivery);
    bytes += message.bytes();
    queue(line);
  }

  Collection<Delivery> all() {
    return unacknowledged.values();
  }

  Delivery get(long sequence) {
    return unacknowledged.get(sequence);
  }

  int size() {
    return unacknowledged.size();
  }

  /** Of the messages, as they are published. */
  long bytes() {
    return bytes;
  }

  void clear() {
    bytes = 0;
    unacknowledged.clear();
    keyed.clear();
    ready.clear();
    holds.clear();
  }

  /** Returns the next line that the consumer may have, or null. */
  Line poll(Consumer consumer) {
    for (Line line; (line = consumer.own.poll()) != null; ) {
      // A line that has become free is in the shared queue instead.
      if (line.holder == consumer) {
        line.queued = false;
        if (!line.held && line.hasNext()) {
          return line;
        }
        forgetIfEmpty(line);
      }
    }
    for (Line line; (line = ready.poll()) != null; ) {
      line.queued = false;
      if (!line.held && line.holder == null && line.hasNext() && !meetsFault(line)) {
        return line;
      }
      forgetIfEmpty(line);
    }
    return null;
  }

  private boolean meetsFault(Line line) {
    if (faults.get().delaysDelivery()) {
      hold(line, faults.get().delayMillis() * 1_000_000);
      return true;
    }
    if (!ready.isEmpty() && faults.get().letsOthersPass()) {
      queue(line);
      return true;
    }
    return false;
  }

  /** Queues a line that may be delivered, if the line has a waiting message. */
  void queue(Line line) {
    if (line.queued || line.held || !line.hasNext()) {
      return;
    }
    if (line.holder == null) {
      ready.add(line);
      line.queued = true;
    } else if (!line.holder.isClosed()) {
      line.holder.own.add(line);
      line.queued = true;
    }
  }

  void hold(Line line, long nanos) {
    line.held = true;
    holds.add(line, time.nanos() + nanos);
  }

  /** Removes an acknowledged message. */
  void remove(Delivery delivery) {
    if (unacknowledged.remove(delivery.message.sequence()) != null) {
      bytes -= delivery.message.bytes();
    }
    delivery.acknowledged = true;
    Line line = delivery.line;
    line.trim();
    queue(line);
    forgetIfEmpty(line);
  }

  // A line that is queued or held comes back to here, and serves its key again meanwhile.
  private void forgetIfEmpty(Line line) {
    if (!line.key.isEmpty() && !line.queued && !line.held && line.isEmpty()) {
      keyed.remove(line.key, line);
    }
  }

  /** Brings an acknowledged message back, because an earlier message of its key comes again. */
  void restore(Delivery delivery) {
    delivery.acknowledged = false;
    if (unacknowledged.put(delivery.message.sequence(), delivery) == null) {
      bytes += delivery.message.bytes();
    }
  }
}
