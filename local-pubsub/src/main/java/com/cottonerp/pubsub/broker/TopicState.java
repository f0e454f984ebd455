package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Durations;
import com.google.pubsub.v1.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A topic: its subscriptions, and its retained messages. */
final class TopicState {
  final List<SubscriptionState> subscriptions = new ArrayList<>();
  final List<SnapshotState> snapshots = new ArrayList<>();

  private final ArrayDeque<StoredMessage> retained = new ArrayDeque<>();
  private Topic settings;

  TopicState(Topic settings) {
    this.settings = settings;
  }

  Topic settings() {
    return settings;
  }

  void change(Topic changed) {
    settings = changed;
    if (!retains()) {
      retained.clear();
    }
  }

  void append(StoredMessage message) {
    if (retains()) {
      retained.add(message);
    }
    for (SubscriptionState subscription : subscriptions) {
      subscription.offer(message);
    }
    for (SnapshotState snapshot : snapshots) {
      snapshot.add(message);
    }
  }

  private boolean retains() {
    return settings.hasMessageRetentionDuration();
  }

  Collection<StoredMessage> retained() {
    return retained;
  }

  /** For the restart: a message that the topic retained before. */
  void keep(StoredMessage message) {
    retained.add(message);
  }

  void forgetOld(long nowMicros) {
    if (retains()) {
      long oldest = nowMicros - Durations.toMicros(settings.getMessageRetentionDuration());
      while (!retained.isEmpty() && retained.peek().publishedMicros() < oldest) {
        retained.poll();
      }
    }
  }
}
