package com.cottonerp.pubsub.testkit;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublisherGrpc;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.SubscriberGrpc;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The calls that tests make, on resources of the test that are deleted at the end. */
public final class Client implements AutoCloseable {
  /** The longest wait for an expected event. */
  public static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Channel channel;
  private final String project;
  private final Deque<Runnable> undo = new ArrayDeque<>();

  public Client(Channel channel, String project) {
    this.channel = channel;
    this.project = "projects/" + project;
  }

  public PublisherGrpc.PublisherBlockingStub topics() {
    return PublisherGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  public SubscriberGrpc.SubscriberBlockingStub subscriptions() {
    return SubscriberGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  public SubscriberGrpc.SubscriberStub streams() {
    return SubscriberGrpc.newStub(channel);
  }

  public String project() {
    return project;
  }

  /**
   * Returns a new name.
   *
   * @param kind such as {@code topics}
   */
  public String name(String kind) {
    return project + "/" + kind + "/t-" + UUID.randomUUID();
  }

  public String topic() {
    return topic(topic -> topic).getName();
  }

  public Topic topic(UnaryOperator<Topic.Builder> settings) {
    String name = name("topics");
    undo.push(() -> topics().deleteTopic(DeleteTopicRequest.newBuilder().setTopic(name).build()));
    return topics().createTopic(settings.apply(Topic.newBuilder().setName(name)).build());
  }

  public String subscription(String topic) {
    return subscription(topic, subscription -> subscription);
  }

  public String subscription(String topic, UnaryOperator<Subscription.Builder> settings) {
    String name = name("subscriptions");
    undo.push(
        () ->
            subscriptions()
                .deleteSubscription(
                    DeleteSubscriptionRequest.newBuilder().setSubscription(name).build()));
    Subscription.Builder subscription = Subscription.newBuilder().setName(name).setTopic(topic);
    subscriptions().createSubscription(settings.apply(subscription).build());
    return name;
  }

  public void deleteInTheEnd(String snapshot) {
    undo.push(
        () ->
            subscriptions()
                .deleteSnapshot(DeleteSnapshotRequest.newBuilder().setSnapshot(snapshot).build()));
  }

  /** Publishes one message for each text, in one request. */
  public List<String> publish(String topic, String key, String... texts) {
    PublishRequest.Builder request = PublishRequest.newBuilder().setTopic(topic);
    for (String text : texts) {
      request.addMessages(
          PubsubMessage.newBuilder().setOrderingKey(key).setData(ByteString.copyFromUtf8(text)));
    }
    return topics().publish(request.build()).getMessageIdsList();
  }

  /** Pulls what is there now; may be empty. */
  @SuppressWarnings("deprecation")
  public List<ReceivedMessage> pullNow(String subscription, int most) {
    return subscriptions()
        .pull(
            PullRequest.newBuilder()
                .setSubscription(subscription)
                .setMaxMessages(most)
                .setReturnImmediately(true)
                .build())
        .getReceivedMessagesList();
  }

  /** Pulls until so many messages have come. */
  public List<ReceivedMessage> pull(String subscription, int count) {
    List<ReceivedMessage> received = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              received.addAll(pullNow(subscription, count - received.size()));
              return received.size() >= count;
            });
    return received;
  }

  /** Pulls and acknowledges until these texts have come, and returns all messages. */
  public List<String> drainUntil(String subscription, String... last) {
    List<String> texts = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              List<ReceivedMessage> received = pullNow(subscription, 100);
              texts.addAll(texts(received));
              if (!received.isEmpty()) {
                acknowledge(subscription, received);
              }
              return texts.containsAll(Arrays.asList(last));
            });
    return texts;
  }

  public void acknowledge(String subscription, List<ReceivedMessage> messages) {
    acknowledgeIds(subscription, ackIds(messages));
  }

  public void acknowledgeIds(String subscription, List<String> ackIds) {
    subscriptions()
        .acknowledge(
            AcknowledgeRequest.newBuilder()
                .setSubscription(subscription)
                .addAllAckIds(ackIds)
                .build());
  }

  public void giveBack(String subscription, ReceivedMessage... messages) {
    changeDeadline(subscription, 0, messages);
  }

  public void changeDeadline(String subscription, int seconds, ReceivedMessage... messages) {
    subscriptions()
        .modifyAckDeadline(
            ModifyAckDeadlineRequest.newBuilder()
                .setSubscription(subscription)
                .addAllAckIds(ackIds(List.of(messages)))
                .setAckDeadlineSeconds(seconds)
                .build());
  }

  public static List<String> ackIds(List<ReceivedMessage> messages) {
    return messages.stream().map(ReceivedMessage::getAckId).toList();
  }

  public static List<String> texts(List<ReceivedMessage> messages) {
    return messages.stream().map(Client::text).toList();
  }

  public static String text(ReceivedMessage message) {
    return message.getMessage().getData().toStringUtf8();
  }

  @Override
  public void close() {
    while (!undo.isEmpty()) {
      try {
        undo.pop().run();
      } catch (StatusRuntimeException gone) {
        // The test has deleted the resource.
      }
    }
  }
}
