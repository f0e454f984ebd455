package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.SeekRequest;
import java.util.Collection;
import java.util.TreeMap;

/** Finds the messages that a subscription must deliver after a seek. */
final class Seeking {
  private Seeking() {}

  static void apply(State state, SeekRequest request) {
    SubscriptionState subscription = state.subscription(request.getSubscription());
    if (request.hasTime()) {
      toTime(state, subscription, Timestamps.toMicros(request.getTime()));
    } else {
      SnapshotState snapshot = state.snapshot(request.getSnapshot());
      subscription.restart(snapshot.backlog(), published -> true);
    }
  }

  /** Every message since then that the subscription or its topic still keeps. */
  private static void toTime(State state, SubscriptionState subscription, long micros) {
    TreeMap<Long, StoredMessage> later = new TreeMap<>();
    add(later, subscription.unacknowledged(), micros);
    add(later, subscription.retained(), micros);
    TopicState topic = state.topics.get(subscription.settings().getTopic());
    if (topic != null) {
      add(later, topic.retained(), micros);
    }
    subscription.restart(later.values(), published -> published < micros);
  }

  private static void add(
      TreeMap<Long, StoredMessage> later, Collection<StoredMessage> from, long micros) {
    for (StoredMessage message : from) {
      if (message.publishedMicros() >= micros) {
        later.put(message.sequence(), message);
      }
    }
  }
}
