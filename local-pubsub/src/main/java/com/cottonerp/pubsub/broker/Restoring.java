package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.journal.Record;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.CreateSnapshotRequest;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.Snapshot;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Restores the state from the records of the journal. */
final class Restoring {
  private final State state;
  private final Map<String, StoredMessage> messages = new HashMap<>();

  Restoring(State state) {
    this.state = state;
  }

  void read(Record record) {
    switch (record.type()) {
      case TOPIC -> state.putTopic((Topic) record.content());
      case TOPIC_DELETED -> state.deleteTopic(((DeleteTopicRequest) record.content()).getTopic());
      case SUBSCRIPTION -> state.putSubscription((Subscription) record.content());
      case SUBSCRIPTION_DELETED ->
          state.deleteSubscription(
              ((DeleteSubscriptionRequest) record.content()).getSubscription());
      case SNAPSHOT -> state.putSnapshot((Snapshot) record.content());
      case SNAPSHOT_TAKEN -> Snapshots.fill(state, (CreateSnapshotRequest) record.content());
      case SNAPSHOT_DELETED ->
          state.deleteSnapshot(((DeleteSnapshotRequest) record.content()).getSnapshot());
      case PUBLISHED -> published((PublishRequest) record.content());
      case ACKNOWLEDGED -> acknowledged((AcknowledgeRequest) record.content());
      case SOUGHT -> Seeking.apply(state, (SeekRequest) record.content());
      case MESSAGES ->
          ((PublishRequest) record.content()).getMessagesList().forEach(this::remember);
      case BACKLOG, RETAINED, TOPIC_RETAINED, SNAPSHOT_BACKLOG -> refer(record);
      case LAST_MESSAGE -> {
        AcknowledgeRequest last = (AcknowledgeRequest) record.content();
        state.lastMessage = Math.max(state.lastMessage, Long.parseLong(last.getAckIds(0)));
      }
    }
  }

  private void published(PublishRequest request) {
    TopicState topic = state.topic(request.getTopic());
    for (PubsubMessage message : request.getMessagesList()) {
      StoredMessage stored = StoredMessage.of(message);
      state.lastMessage = Math.max(state.lastMessage, stored.sequence());
      topic.append(stored);
    }
  }

  private void acknowledged(AcknowledgeRequest request) {
    SubscriptionState subscription = state.subscription(request.getSubscription());
    request
        .getAckIdsList()
        .forEach(messageId -> subscription.acknowledgeById(Long.parseLong(messageId)));
  }

  private void remember(PubsubMessage message) {
    messages.put(message.getMessageId(), StoredMessage.of(message));
  }

  private void refer(Record record) {
    AcknowledgeRequest references = (AcknowledgeRequest) record.content();
    String name = references.getSubscription();
    Consumer<StoredMessage> owner =
        switch (record.type()) {
          case BACKLOG -> state.subscription(name)::offer;
          case RETAINED -> state.subscription(name)::keep;
          case TOPIC_RETAINED -> state.topic(name)::keep;
          default -> state.snapshot(name)::add;
        };
    references.getAckIdsList().forEach(messageId -> owner.accept(messages.get(messageId)));
  }
}
