package com.cottonerp.pubsub.broker;

import java.util.Collection;
import java.util.TreeMap;

/**
 * Acknowledged messages that are kept so that a seek can bring them back: in the order of their
 * publication, as long as the retention says, and of these the latest that fit. Not thread-safe.
 */
final class Retained {
  /**
   * WHY bounded: the real service keeps a week of them on disk, this server in memory, where each
   * takes four times its size. A system under test publishes that much in an hour.
   */
  static final long MOST_BYTES = 8 * 1024 * 1024;

  private final TreeMap<Long, StoredMessage> messages = new TreeMap<>();
  private long bytes;

  void add(StoredMessage message) {
    if (messages.put(message.sequence(), message) == null) {
      bytes += message.bytes();
    }
    while (bytes > MOST_BYTES) {
      bytes -= messages.pollFirstEntry().getValue().bytes();
    }
  }

  void remove(long sequence) {
    StoredMessage removed = messages.remove(sequence);
    if (removed != null) {
      bytes -= removed.bytes();
    }
  }

  /**
   * @param micros the time of publication, since 1970
   */
  void forgetBefore(long micros) {
    while (!messages.isEmpty() && messages.firstEntry().getValue().publishedMicros() < micros) {
      bytes -= messages.pollFirstEntry().getValue().bytes();
    }
  }

  void clear() {
    messages.clear();
    bytes = 0;
  }

  Collection<StoredMessage> all() {
    return messages.values();
  }
}
