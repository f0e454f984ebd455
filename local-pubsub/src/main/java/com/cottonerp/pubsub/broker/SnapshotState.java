package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages that a subscription had not acknowledged when the snapshot was taken, and all
 * messages published since.
 */
final class SnapshotState {
  private final List<StoredMessage> backlog = new ArrayList<>();
  private final TopicState topic;
  private Snapshot settings;

  SnapshotState(Snapshot settings, TopicState topic) {
    this.settings = settings;
    this.topic = topic;
  }

  Snapshot settings() {
    return settings;
  }

  void change(Snapshot changed) {
    settings = changed;
  }

  TopicState topic() {
    return topic;
  }

  void add(StoredMessage message) {
    backlog.add(message);
  }

  List<StoredMessage> backlog() {
    return backlog;
  }

  boolean isExpired(long nowMicros) {
    return Timestamps.toMicros(settings.getExpireTime()) < nowMicros;
  }
}
