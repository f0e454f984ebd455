package com.cottonerp.eventing.pubsub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages that were handed to a worker and are not done, bounded by number and by bytes. The
 * bound of bytes is exceeded by one pull at most whose messages are larger than those before. Not
 * thread-safe: it belongs to the {@link PullLoop}.
 */
final class HeldMessages {
  /** WHY so much: before the first message is seen, little is asked for. */
  private static final long FIRST_GUESS_BYTES = 1 << 20;

  private final int maxMessages;
  private final long maxBytes;
  private final Map<String, Held> byId = new LinkedHashMap<>();

  private long bytes;
  private long bytesPerMessage = FIRST_GUESS_BYTES;

  private record Held(String ackId, int bytes, long since) {}

  HeldMessages(int maxMessages, long maxBytes) {
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
  }

  /**
   * Takes a delivery of a message.
   *
   * @param now of {@link System#nanoTime()}
   * @return false when the message is held already: then this delivery is the one to acknowledge
   */
  boolean add(String id, String ackId, int size, long now) {
    Held before = byId.get(id);
    byId.put(id, new Held(ackId, size, before == null ? now : before.since()));
    bytes += size - (before == null ? 0 : before.bytes());
    bytesPerMessage = Math.max(size, (7 * bytesPerMessage + size) / 8);
    return before == null;
  }

  /** The message is done; its last delivery is to be acknowledged. */
  String remove(String id) {
    Held held = byId.remove(id);
    bytes -= held.bytes();
    return held.ackId();
  }

  /**
   * How many messages more may be held, if they are as large as those before; 0 when it is full.
   */
  int room() {
    int messages = maxMessages - byId.size();
    if (messages <= 0 || bytes >= maxBytes) {
      return 0;
    }
    long bySize = (maxBytes - bytes) / Math.max(1, bytesPerMessage);
    return (int) Math.max(1, Math.min(messages, bySize));
  }

  int maxMessages() {
    return maxMessages;
  }

  long maxBytes() {
    return maxBytes;
  }

  /** The deliveries of what is not held for longer than a bound. */
  List<String> ackIds(Duration bound, long now) {
    return byId.values().stream()
        .filter(held -> now - held.since() < bound.toNanos())
        .map(Held::ackId)
        .toList();
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }
}
