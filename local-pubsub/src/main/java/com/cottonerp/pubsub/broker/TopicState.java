package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Durations;
import com.google.pubsub.v1.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A topic: its subscriptions, and its retained messages. */
final class TopicState {
  final List<SubscriptionState> subscriptions = new ArrayList<>();
  final List<SnapshotState> snapshots = new ArrayList<>();

  private final Retained retained = new Retained();
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
    return retained.all();
  }

  /** For the restart: a message that the topic retained before. */
  void keep(StoredMessage message) {
    retained.add(message);
  }

  void forgetOld(long nowMicros) {
    if (retains()) {
      retained.forgetBefore(nowMicros - Durations.toMicros(settings.getMessageRetentionDuration()));
    }
  }
}
