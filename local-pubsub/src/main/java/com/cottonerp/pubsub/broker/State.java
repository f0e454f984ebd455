package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.faults.Faults;
import com.cottonerp.pubsub.journal.Journal;
import com.cottonerp.pubsub.journal.RecordType;
import com.google.protobuf.MessageLite;
import com.google.pubsub.v1.Snapshot;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a broker knows, by name, and the changes of it that are made by a request and made again
 * when the journal is read.
 *
 * <p>Whoever changes something records it first: see {@link #record}.
 */
final class State {
  final TreeMap<String, TopicState> topics = new TreeMap<>();
  final TreeMap<String, SubscriptionState> subscriptions = new TreeMap<>();
  final TreeMap<String, SnapshotState> snapshots = new TreeMap<>();
  final Time time;

  Faults faults = Faults.NONE;
  DeadLetters deadLetters = (source, delivery) -> false;
  long lastMessage;

  private Journal journal;

  State(Time time) {
    this.time = time;
  }

  /** From now on changes are written to it. */
  void writeTo(Journal opened) {
    journal = opened;
  }

  /** Returns when the change would survive the end of the process. Refuses when it cannot. */
  void record(RecordType type, MessageLite change) {
    journal.append(type, change);
    if (journal.isDueForCompaction()) {
      time.soon(this::compact);
    }
  }

  private void compact() {
    if (journal.isDueForCompaction()) {
      journal.compact(Checkpoint.of(this));
    }
  }

  TopicState topic(String name) {
    return found(topics, name);
  }

  SubscriptionState subscription(String name) {
    return found(subscriptions, name);
  }

  SnapshotState snapshot(String name) {
    return found(snapshots, name);
  }

  private static <T> T found(Map<String, T> all, String name) {
    T found = all.get(name);
    if (found == null) {
      throw Refusals.notFound(name);
    }
    return found;
  }

  void putTopic(Topic settings) {
    TopicState existing = topics.get(settings.getName());
    if (existing == null) {
      topics.put(settings.getName(), new TopicState(settings));
    } else {
      existing.change(settings);
    }
  }

  /** Its subscriptions and snapshots stay, with what they have. */
  void deleteTopic(String name) {
    TopicState deleted = topics.remove(name);
    for (SubscriptionState subscription : deleted.subscriptions) {
      subscription.change(
          subscription.settings().toBuilder().setTopic(Names.DELETED_TOPIC).build());
    }
    for (SnapshotState snapshot : deleted.snapshots) {
      snapshot.change(snapshot.settings().toBuilder().setTopic(Names.DELETED_TOPIC).build());
    }
  }

  void putSubscription(Subscription settings) {
    SubscriptionState existing = subscriptions.get(settings.getName());
    if (existing != null) {
      existing.change(settings);
      return;
    }
    SubscriptionState created =
        new SubscriptionState(
            settings,
            time,
            () -> faults,
            (source, delivery) -> deadLetters.forward(source, delivery));
    subscriptions.put(settings.getName(), created);
    TopicState topic = topics.get(settings.getTopic());
    if (topic != null) {
      topic.subscriptions.add(created);
    }
  }

  void deleteSubscription(String name) {
    SubscriptionState deleted = subscriptions.remove(name);
    TopicState topic = topics.get(deleted.settings().getTopic());
    if (topic != null) {
      topic.subscriptions.remove(deleted);
    }
    deleted.end(Refusals.notFound(name));
  }

  /** A new snapshot, which is empty yet, or the new settings of one. */
  SnapshotState putSnapshot(Snapshot settings) {
    SnapshotState existing = snapshots.get(settings.getName());
    if (existing != null) {
      existing.change(settings);
      return existing;
    }
    TopicState topic = topics.get(settings.getTopic());
    SnapshotState created = new SnapshotState(settings, topic);
    snapshots.put(settings.getName(), created);
    if (topic != null) {
      topic.snapshots.add(created);
    }
    return created;
  }

  void deleteSnapshot(String name) {
    SnapshotState deleted = snapshots.remove(name);
    if (deleted.topic() != null) {
      deleted.topic().snapshots.remove(deleted);
    }
  }
}
