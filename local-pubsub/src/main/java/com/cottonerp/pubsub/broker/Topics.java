package com.cottonerp.pubsub.broker;

import com.cottonerp.pubsub.journal.RecordType;
import com.google.protobuf.Empty;
import com.google.protobuf.Timestamp;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.ListTopicSnapshotsRequest;
import com.google.pubsub.v1.ListTopicSnapshotsResponse;
import com.google.pubsub.v1.ListTopicSubscriptionsRequest;
import com.google.pubsub.v1.ListTopicSubscriptionsResponse;
import com.google.pubsub.v1.ListTopicsRequest;
import com.google.pubsub.v1.ListTopicsResponse;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import com.google.pubsub.v1.UpdateTopicRequest;
import io.grpc.StatusRuntimeException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls of a publisher. Refuses as the service does. On the loop only. */
public final class Topics {
  private final State state;

  Topics(State state) {
    this.state = state;
    state.deadLetters = this::forward;
  }

  public Topic create(Topic given) {
    Names.check(given.getName(), "topics");
    if (state.topics.containsKey(given.getName())) {
      throw Refusals.exists(given.getName());
    }
    Topic settings = SubscriptionRules.complete(given);
    state.record(RecordType.TOPIC, settings);
    state.putTopic(settings);
    return settings;
  }

  public Topic get(GetTopicRequest request) {
    return state.topic(request.getTopic()).settings();
  }

  public Topic update(UpdateTopicRequest request) {
    Topic before = state.topic(request.getTopic().getName()).settings();
    Topic after = SubscriptionRules.updated(before, request.getTopic(), request.getUpdateMask());
    state.record(RecordType.TOPIC, after);
    state.putTopic(after);
    return after;
  }

  public Empty delete(DeleteTopicRequest request) {
    state.topic(request.getTopic());
    state.record(RecordType.TOPIC_DELETED, request);
    state.deleteTopic(request.getTopic());
    return Empty.getDefaultInstance();
  }

  public ListTopicsResponse list(ListTopicsRequest request) {
    Page<TopicState> page =
        Page.of(
            state.topics,
            request.getPageToken(),
            request.getPageSize(),
            name -> name.startsWith(request.getProject() + "/"));
    return ListTopicsResponse.newBuilder()
        .addAllTopics(page.items().stream().map(TopicState::settings).toList())
        .setNextPageToken(page.nextToken())
        .build();
  }

  public ListTopicSubscriptionsResponse subscriptions(ListTopicSubscriptionsRequest request) {
    TreeMap<String, String> names =
        state.topic(request.getTopic()).subscriptions.stream()
            .map(subscription -> subscription.settings().getName())
            .collect(named());
    Page<String> page = Page.of(names, request.getPageToken(), request.getPageSize(), name -> true);
    return ListTopicSubscriptionsResponse.newBuilder()
        .addAllSubscriptions(page.items())
        .setNextPageToken(page.nextToken())
        .build();
  }

  public ListTopicSnapshotsResponse snapshots(ListTopicSnapshotsRequest request) {
    TreeMap<String, String> names =
        state.topic(request.getTopic()).snapshots.stream()
            .map(snapshot -> snapshot.settings().getName())
            .collect(named());
    Page<String> page = Page.of(names, request.getPageToken(), request.getPageSize(), name -> true);
    return ListTopicSnapshotsResponse.newBuilder()
        .addAllSnapshots(page.items())
        .setNextPageToken(page.nextToken())
        .build();
  }

  private static java.util.stream.Collector<String, ?, TreeMap<String, String>> named() {
    return Collectors.toMap(
        Function.identity(), Function.identity(), (one, same) -> one, TreeMap::new);
  }

  /** Publishes; the messages are on disk, and offered to the subscriptions, when this returns. */
  public PublishResponse publish(PublishRequest request) {
    TopicState topic = state.topic(request.getTopic());
    PublishLimits.check(request);
    MemoryLimit.check(state);
    Instant now = state.time.now();
    Timestamp time =
        Timestamp.newBuilder()
            .setSeconds(now.getEpochSecond())
            .setNanos(now.getNano() / 1_000 * 1_000)
            .build();
    PublishRequest.Builder stamped = PublishRequest.newBuilder().setTopic(request.getTopic());
    PublishResponse.Builder response = PublishResponse.newBuilder();
    long last = state.lastMessage;
    for (PubsubMessage message : request.getMessagesList()) {
      String messageId = Long.toString(++last);
      stamped.addMessages(message.toBuilder().setMessageId(messageId).setPublishTime(time));
      response.addMessageIds(messageId);
    }
    PublishRequest published = stamped.build();
    state.record(RecordType.PUBLISHED, published);
    state.lastMessage = last;
    published.getMessagesList().forEach(message -> topic.append(StoredMessage.of(message)));
    return response.build();
  }

  /** WHY publish first: after a crash in between, the message comes twice instead of never. */
  private boolean forward(Subscription source, Delivery delivery) {
    String topic = source.getDeadLetterPolicy().getDeadLetterTopic();
    if (!state.topics.containsKey(topic)) {
      return false;
    }
    try {
      publish(
          PublishRequest.newBuilder()
              .setTopic(topic)
              .addMessages(DeadLetter.of(source, delivery))
              .build());
    } catch (StatusRuntimeException | UncheckedIOException refused) {
      return false; // Too large with its new attributes, or the disk is full.
    }
    state.record(
        RecordType.ACKNOWLEDGED,
        AcknowledgeRequest.newBuilder()
            .setSubscription(source.getName())
            .addAckIds(delivery.message.content().getMessageId())
            .build());
    return true;
  }
}
