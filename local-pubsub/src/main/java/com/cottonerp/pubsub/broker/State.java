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
 * The state of a broker, by name, and the changes of this state. A request makes a change; a
 * restart makes the same change again from the journal.
 *
 * <p>The caller records each change before making the change: see {@link #record}.
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

  /** Writes changes to this journal from now on. */
  void writeTo(Journal opened) {
    journal = opened;
  }

  /** Returns when the change survives the end of the process. Refuses when recording fails. */
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

  /** Deletes the topic. Its subscriptions and snapshots stay, with their messages. */
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

  /** Adds an empty snapshot, or replaces the settings of an existing snapshot. */
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
