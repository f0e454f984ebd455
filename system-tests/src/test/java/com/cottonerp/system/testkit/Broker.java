package com.cottonerp.system.testkit;

import com.cottonerp.contracts.PublishedEvent;
import com.cottonerp.runner.LocalSystem;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.cloud.pubsub.v1.SubscriptionAdminSettings;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminSettings;
import com.google.protobuf.ByteString;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.SubscriptionName;
import com.google.pubsub.v1.TopicName;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pub/Sub as anybody else sees it, through Google's client. */
public final class Broker implements AutoCloseable {
  public static final String PARTNER_EVENTS = "partner-events";

  private final ManagedChannel channel;
  private final TopicAdminClient topics;
  private final SubscriptionAdminClient subscriptions;

  Broker(String host) {
    channel = ManagedChannelBuilder.forTarget(host).usePlaintext().build();
    var transport = FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel));
    try {
      topics =
          TopicAdminClient.create(
              TopicAdminSettings.newBuilder()
                  .setTransportChannelProvider(transport)
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .build());
      subscriptions =
          SubscriptionAdminClient.create(
              SubscriptionAdminSettings.newBuilder()
                  .setTransportChannelProvider(transport)
                  .setCredentialsProvider(NoCredentialsProvider.create())
                  .build());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A new subscription that gets everything from now on, in order. */
  public Subscriber subscribe() {
    String name = SubscriptionName.format(LocalSystem.PROJECT, "independent-" + UUID.randomUUID());
    subscriptions.createSubscription(
        Subscription.newBuilder()
            .setName(name)
            .setTopic(TopicName.format(LocalSystem.PROJECT, PARTNER_EVENTS))
            .setEnableMessageOrdering(true)
            .setAckDeadlineSeconds(60)
            .build());
    return new Subscriber(subscriptions, name);
  }

  public boolean hasSubscription(String name) {
    return subscriptions.getSubscription(SubscriptionName.format(LocalSystem.PROJECT, name))
        != null;
  }

  /** As it was provisioned; fails when there is none. */
  public Subscription subscription(String name) {
    return subscriptions.getSubscription(SubscriptionName.format(LocalSystem.PROJECT, name));
  }

  /** Publishes by hand, past the outbox and the relay, all with one ordering key. */
  public void publish(List<PartnerFact> facts) {
    topics.publish(
        TopicName.of(LocalSystem.PROJECT, PARTNER_EVENTS),
        facts.stream().map(Broker::message).toList());
  }

  private static PubsubMessage message(PartnerFact fact) {
    Map<String, String> attributes =
        attributes("partners", fact.eventId(), fact.type(), fact.partnerId(), fact.sequence());
    attributes.put("ce-aggregatetype", "BusinessPartner");
    return PubsubMessage.newBuilder()
        .setOrderingKey("lane-by-hand")
        .putAllAttributes(attributes)
        .setData(ByteString.copyFromUtf8(fact.payload()))
        .build();
  }

  /** As another context would: one event, past any outbox and relay. */
  public void publish(
      String topic, String source, UUID aggregateId, long sequence, PublishedEvent event) {
    topics.publish(
        TopicName.of(LocalSystem.PROJECT, topic),
        List.of(
            PubsubMessage.newBuilder()
                .setOrderingKey("lane-by-hand")
                .putAllAttributes(
                    attributes(
                        source,
                        UUID.randomUUID(),
                        PublishedEvent.typeOf(event.getClass()),
                        aggregateId,
                        sequence))
                .setData(ByteString.copyFromUtf8(Json.write(event)))
                .build()));
  }

  private static Map<String, String> attributes(
      String source, UUID eventId, String type, UUID aggregateId, long sequence) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("ce-specversion", "1.0");
    attributes.put("ce-id", eventId.toString());
    attributes.put("ce-source", "/cotton-erp/" + source);
    attributes.put("ce-type", type);
    attributes.put("ce-subject", aggregateId.toString());
    attributes.put("ce-time", "2025-07-01T09:30:00Z");
    attributes.put("ce-sequence", Long.toString(sequence));
    attributes.put("ce-eventversion", "1");
    attributes.put("content-type", "application/json");
    return attributes;
  }

  /** Something on the topic that is no event at all. */
  public void publishNonsense(String text) {
    topics.publish(
        TopicName.of(LocalSystem.PROJECT, PARTNER_EVENTS),
        List.of(
            PubsubMessage.newBuilder()
                .setOrderingKey("lane-by-hand")
                .setData(ByteString.copyFromUtf8(text))
                .build()));
  }

  @Override
  public void close() {
    topics.close();
    subscriptions.close();
    channel.shutdownNow();
  }
}
