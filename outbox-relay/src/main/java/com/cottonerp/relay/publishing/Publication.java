package com.cottonerp.relay.publishing;

import com.cottonerp.relay.lane.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The fetched events of one ordering key on their way out: slice by slice, in order; a slice is
 * sent when the slice before is acknowledged. Nearly always there is one slice.
 *
 * <p>When the broker refuses a slice of several events, the slice is halved and the front half is
 * sent next, until the refused event stands alone. Pure; belongs to the loop.
 */
final class Publication {
  private final Lane lane;
  private final String orderingKey;
  private int maxMessages;
  private final List<OutgoingEvent> remaining;

  /** So many events at the front contain an event that the broker refuses. */
  private int suspects;

  private long bytes;
  private int failures;
  private long dueAt;

  Publication(Lane lane, String orderingKey, List<OutgoingEvent> events, int maxMessages) {
    this.lane = lane;
    this.orderingKey = orderingKey;
    this.remaining = new ArrayList<>(events);
    this.maxMessages = Math.min(maxMessages, MessageLimits.MAX_REQUEST_MESSAGES);
    this.bytes = bytesOf(events);
  }

  /** The next slice; never empty before the publication is done. */
  List<OutgoingEvent> nextSlice() {
    if (remaining.get(0).isSuspect()) {
      return List.of(remaining.get(0));
    }
    int most = Math.min(remaining.size(), suspects > 1 ? suspects / 2 : maxMessages);
    if (suspects == 1) {
      most = 1;
    }
    int end = 0;
    long total = 0;
    while (end < most && !remaining.get(end).isSuspect()) {
      total += remaining.get(end).bytes();
      if (end > 0 && total > MessageLimits.MAX_REQUEST_BYTES) {
        break;
      }
      end++;
    }
    return List.copyOf(remaining.subList(0, end));
  }

  /** The next event alone, as a probe whether the broker accepts events at all. */
  List<OutgoingEvent> nextAlone() {
    return List.of(remaining.get(0));
  }

  /** The id of the next event. */
  long firstId() {
    return remaining.get(0).event().id();
  }

  /**
   * Drops the next event and the later events of its aggregate: these events wait in the outbox.
   */
  void skipAggregate() {
    UUID aggregate = remaining.get(0).aggregateId();
    remaining.removeIf(event -> event.aggregateId().equals(aggregate));
    bytes = bytesOf(remaining);
    suspects = 0;
  }

  void acknowledged(int events) {
    List<OutgoingEvent> taken = remaining.subList(0, events);
    bytes -= bytesOf(taken);
    taken.clear();
    suspects = Math.max(0, suspects - events);
    failures = 0;
  }

  /**
   * Handles a refusal of the first {@code events}. Returns the refused event when the event stands
   * alone. That event leaves the publication with the later events of its aggregate, which wait in
   * the queue.
   */
  Optional<OutgoingEvent> refused(int events) {
    failures = 0;
    if (events > 1) {
      suspects = events;
      return Optional.empty();
    }
    OutgoingEvent culprit = remaining.get(0);
    skipAggregate();
    return Optional.of(culprit);
  }

  /** The broker may or may not have the slice: the same slice is sent again at {@code retryAt}. */
  void failed(long retryAt) {
    failures++;
    dueAt = retryAt;
  }

  /** The key was too fast: the events are sent again at {@code retryAt}, in smaller requests. */
  void exhausted(int events, long retryAt) {
    maxMessages = Math.max(1, events / 2);
    failed(retryAt);
  }

  void retryNow(long now) {
    dueAt = now;
  }

  int failures() {
    return failures;
  }

  boolean isUntried() {
    return failures == 0;
  }

  boolean isDue(long now) {
    return failures == 0 || now - dueAt >= 0;
  }

  boolean isDone() {
    return remaining.isEmpty();
  }

  Lane lane() {
    return lane;
  }

  String orderingKey() {
    return orderingKey;
  }

  long dueAt() {
    return dueAt;
  }

  /** The bytes of the unacknowledged events. */
  long bytes() {
    return bytes;
  }

  private static long bytesOf(List<OutgoingEvent> events) {
    return events.stream().mapToLong(OutgoingEvent::bytes).sum();
  }
}
