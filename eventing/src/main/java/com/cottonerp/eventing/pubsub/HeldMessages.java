package com.cottonerp.eventing.pubsub;

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
  private final Map<String, Integer> bytesById = new LinkedHashMap<>();

  private long bytes;
  private long bytesPerMessage = FIRST_GUESS_BYTES;

  HeldMessages(int maxMessages, long maxBytes) {
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
  }

  void add(String ackId, int size) {
    Integer before = bytesById.put(ackId, size);
    bytes += size - (before == null ? 0 : before);
    bytesPerMessage = Math.max(size, (7 * bytesPerMessage + size) / 8);
  }

  void remove(String ackId) {
    Integer size = bytesById.remove(ackId);
    bytes -= size == null ? 0 : size;
  }

  /**
   * How many messages more may be held, if they are as large as those before; 0 when it is full.
   */
  int room() {
    int messages = maxMessages - bytesById.size();
    if (messages <= 0 || bytes >= maxBytes) {
      return 0;
    }
    long bySize = (maxBytes - bytes) / Math.max(1, bytesPerMessage);
    return (int) Math.max(1, Math.min(messages, bySize));
  }

  List<String> ackIds() {
    return List.copyOf(bytesById.keySet());
  }

  boolean isEmpty() {
    return bytesById.isEmpty();
  }
}
