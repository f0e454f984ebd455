package com.cottonerp.relay.publishing;

import com.cottonerp.relay.RelayConfig;
import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.ApiCallContext;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.api.gax.rpc.UnimplementedException;
import com.google.cloud.pubsub.v1.TopicAdminSettings;
import com.google.cloud.pubsub.v1.stub.GrpcPublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.cloud.pubsub.v1.stub.PublisherStubSettings;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.iam.v1.TestIamPermissionsRequest;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.TopicName;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Publishes to one topic, with connections of its own. Every call ends within its deadline; nothing
 * is retried or batched here. Thread-safe.
 *
 * <p>WHY not Google's {@code Publisher}: with ordering keys it retries without bound, pauses keys
 * behind our back and may keep sending after a lease is lost.
 */
public final class PubSubPublisher implements Broker {
  private static final String PERMISSION = "pubsub.topics.publish";

  /** WHY: the service allows about a hundred calls per connection; more calls would queue. */
  private static final int CALLS_PER_CONNECTION = 100;

  private final String topic;
  private final List<Connection> connections;
  private final ApiCallContext context;

  private record Connection(ManagedChannel channel, PublisherStub stub) {}

  private PubSubPublisher(String topic, List<Connection> connections, Duration deadline) {
    this.topic = topic;
    this.connections = connections;
    this.context = GrpcCallContext.createDefault().withTimeoutDuration(deadline);
  }

  public static PubSubPublisher connect(
      RelayConfig.PubSub pubsub, String topic, RelayConfig.Publish publish) {
    CredentialsProvider credentials =
        pubsub.emulatorHost().isPresent()
            ? NoCredentialsProvider.create()
            : TopicAdminSettings.defaultCredentialsProviderBuilder().build();
    int count = (publish.effectiveConcurrency() - 1) / CALLS_PER_CONNECTION + 1;
    List<Connection> connections =
        IntStream.range(0, count).mapToObj(number -> connection(pubsub, credentials)).toList();
    return new PubSubPublisher(
        TopicName.format(pubsub.projectId(), topic), connections, publish.deadline());
  }

  private static Connection connection(RelayConfig.PubSub pubsub, CredentialsProvider credentials) {
    ManagedChannelBuilder<?> builder =
        ManagedChannelBuilder.forTarget(pubsub.emulatorHost().or(pubsub::endpoint).orElseThrow());
    ManagedChannel channel =
        (pubsub.emulatorHost().isPresent() ? builder.usePlaintext() : builder).build();
    try {
      return new Connection(channel, GrpcPublisherStub.create(settings(channel, credentials)));
    } catch (IOException failure) {
      channel.shutdownNow();
      throw new UncheckedIOException("The Pub/Sub client could not be made", failure);
    }
  }

  private static PublisherStubSettings settings(
      ManagedChannel channel, CredentialsProvider credentials) throws IOException {
    PublisherStubSettings.Builder settings = PublisherStubSettings.newBuilder();
    settings
        .setTransportChannelProvider(
            FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel)))
        .setCredentialsProvider(credentials);
    settings.publishSettings().setRetryableCodes(Set.of());
    settings.testIamPermissionsSettings().setRetryableCodes(Set.of());
    settings.getTopicSettings().setRetryableCodes(Set.of());
    settings
        .publishSettings()
        .setBatchingSettings(
            settings.publishSettings().getBatchingSettings().toBuilder()
                .setIsEnabled(false)
                .build());
    return settings.build();
  }

  /** Publishes messages of one ordering key; a key always uses the same connection. */
  @Override
  public ApiFuture<PublishResponse> publish(String orderingKey, List<OutgoingEvent> events) {
    PublishRequest.Builder request = PublishRequest.newBuilder().setTopic(topic);
    events.forEach(event -> request.addMessages(event.message()));
    int way = Math.floorMod(orderingKey.hashCode(), connections.size());
    return connections.get(way).stub().publishCallable().futureCall(request.build(), context);
  }

  private PublisherStub anyStub() {
    return connections.get(0).stub();
  }

  /**
   * Asks, without publishing, whether the broker would accept events for the topic.
   *
   * <p>WHY not a look at the topic: a publisher has no permission to look at the topic. The
   * emulator has no permissions, so the emulator is asked for the topic.
   */
  @Override
  public ApiFuture<Boolean> mayPublish() {
    TestIamPermissionsRequest request =
        TestIamPermissionsRequest.newBuilder()
            .setResource(topic)
            .addPermissions(PERMISSION)
            .build();
    ApiFuture<Boolean> permission =
        ApiFutures.transform(
            anyStub().testIamPermissionsCallable().futureCall(request, context),
            answer -> answer.getPermissionsList().contains(PERMISSION),
            MoreExecutors.directExecutor());
    return ApiFutures.catchingAsync(
        permission,
        UnimplementedException.class,
        unknown -> topicExists(),
        MoreExecutors.directExecutor());
  }

  private ApiFuture<Boolean> topicExists() {
    GetTopicRequest request = GetTopicRequest.newBuilder().setTopic(topic).build();
    return ApiFutures.transform(
        anyStub().getTopicCallable().futureCall(request, context),
        found -> true,
        MoreExecutors.directExecutor());
  }

  /**
   * Makes the next call open a new connection. WHY: the channel waits up to two minutes between
   * attempts to connect, and a half-open connection looks alive for a quarter of an hour.
   */
  @Override
  public void reconnect() {
    connections.forEach(connection -> connection.channel().enterIdle());
  }

  /** Cancels the calls in flight. */
  @Override
  public void close() {
    connections.forEach(
        connection -> {
          connection.stub().shutdownNow();
          connection.channel().shutdownNow();
        });
  }
}
