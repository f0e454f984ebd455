package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cottonerp.platform.LocalPubSub;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminSettings;
import com.google.cloud.pubsub.v1.stub.GrpcSubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStubSettings;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.Subscription;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay and an independent subscriber, on the Pub/Sub of this machine. */
class PubSubIT extends RelayHarness {
  private static final String TOPIC = "projects/cotton-erp/topics/partner-events";
  private static final String SUBSCRIPTION =
      "projects/cotton-erp/subscriptions/test.partner-events";

  private final LocalPubSub pubsub = LocalPubSub.startTemporary();
  private final List<PubsubMessage> received = new ArrayList<>();
  private ManagedChannel channel;
  private TopicAdminClient topics;
  private SubscriberStub subscriber;

  @BeforeEach
  void connect() throws IOException {
    // WHY so long: the topic must get its subscription before the next probe publishes.
    config.set("pubsub.emulator-host", pubsub.host()).set("publish.probe-interval", "3s");
    channel = ManagedChannelBuilder.forTarget(pubsub.host()).usePlaintext().build();
    FixedTransportChannelProvider transport =
        FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel));
    topics =
        TopicAdminClient.create(
            TopicAdminSettings.newBuilder()
                .setTransportChannelProvider(transport)
                .setCredentialsProvider(NoCredentialsProvider.create())
                .build());
    SubscriberStubSettings.Builder settings = SubscriberStubSettings.newBuilder();
    settings
        .setTransportChannelProvider(transport)
        .setCredentialsProvider(NoCredentialsProvider.create());
    subscriber = GrpcSubscriberStub.create(settings.build());
  }

  @AfterEach
  void disconnect() {
    replicas.forEach(RelaySource::stop);
    subscriber.close();
    topics.close();
    channel.shutdownNow();
    pubsub.close();
  }

  @Test
  void G1_G3_a_subscriber_sees_every_event_in_order_although_the_topic_came_late() {
    UUID[] partners = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
    for (UUID partner : partners) {
      outbox.append(partner, 100);
    }
    RelaySource replica = startReplica();
    await().atMost(PATIENCE).until(() -> replica.status().broker().pauseReason().isPresent());

    createTopology();

    awaitDrained();
    Map<String, List<Long>> seen = receive(300);
    for (UUID partner : partners) {
      assertThat(seen.get(partner.toString()))
          .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }
    assertThat(received.get(0).getAttributesOrThrow("ce-specversion")).isEqualTo("1.0");
    assertThat(received.get(0).getOrderingKey()).startsWith("lane-");
  }

  @Test
  void G6_a_frozen_and_a_restarted_broker_fail_nothing() {
    config.set("publish.deadline", "500ms");
    createTopology();
    RelaySource replica = startReplica();
    UUID partner = UUID.randomUUID();
    outbox.append(partner, 10);
    awaitDrained();

    pubsub.pause();
    outbox.append(partner, 10);
    await().atMost(PATIENCE).until(() -> replica.status().broker().outage());
    pubsub.resume();
    awaitDrained();

    pubsub.stop();
    outbox.append(partner, 10);
    await().atMost(PATIENCE).until(() -> replica.status().broker().outage());
    pubsub.restartEmpty();
    await().atMost(PATIENCE).until(() -> replica.status().broker().pauseReason().isPresent());
    createTopology();
    awaitDrained();

    assertThat(outbox.count("PUBLISHED")).isEqualTo(30);
    assertThat(receive(10).get(partner.toString()))
        .isEqualTo(LongStream.rangeClosed(21, 30).boxed().toList());
  }

  private void createTopology() {
    topics.createTopic(TOPIC);
    subscriber
        .createSubscriptionCallable()
        .call(
            Subscription.newBuilder()
                .setName(SUBSCRIPTION)
                .setTopic(TOPIC)
                .setEnableMessageOrdering(true)
                .setAckDeadlineSeconds(60)
                .build());
  }

  private Map<String, List<Long>> receive(int distinct) {
    Map<String, List<Long>> seen = new LinkedHashMap<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              pull().forEach(message -> note(message, seen));
              return seen.values().stream().mapToInt(List::size).sum() == distinct;
            });
    return seen;
  }

  private List<PubsubMessage> pull() {
    PullResponse response =
        subscriber
            .pullCallable()
            .call(
                PullRequest.newBuilder().setSubscription(SUBSCRIPTION).setMaxMessages(500).build());
    if (response.getReceivedMessagesCount() > 0) {
      subscriber
          .acknowledgeCallable()
          .call(
              AcknowledgeRequest.newBuilder()
                  .setSubscription(SUBSCRIPTION)
                  .addAllAckIds(
                      response.getReceivedMessagesList().stream()
                          .map(ReceivedMessage::getAckId)
                          .toList())
                  .build());
    }
    return response.getReceivedMessagesList().stream().map(ReceivedMessage::getMessage).toList();
  }

  private void note(PubsubMessage message, Map<String, List<Long>> seen) {
    received.add(message);
    List<Long> sequences =
        seen.computeIfAbsent(
            message.getAttributesOrThrow("ce-subject"), subject -> new ArrayList<>());
    long sequence = Long.parseLong(message.getAttributesOrThrow("ce-sequence"));
    if (!sequences.contains(sequence)) {
      sequences.add(sequence);
    }
  }
}
