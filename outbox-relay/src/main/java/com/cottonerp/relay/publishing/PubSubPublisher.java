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
import java.util.Set;

/**
 * Publishes to one topic, with a channel of its own. Every call ends within its deadline; nothing
 * is retried or batched here. Thread-safe.
 *
 * <p>WHY not Google's {@code Publisher}: with ordering keys it retries without bound, pauses keys
 * behind our back and may keep sending after a lease is lost.
 */
public final class PubSubPublisher implements AutoCloseable {
  private static final String PERMISSION = "pubsub.topics.publish";

  private final String topic;
  private final ManagedChannel channel;
  private final PublisherStub stub;
  private final ApiCallContext context;

  private PubSubPublisher(
      String topic, ManagedChannel channel, PublisherStub stub, Duration deadline) {
    this.topic = topic;
    this.channel = channel;
    this.stub = stub;
    this.context = GrpcCallContext.createDefault().withTimeoutDuration(deadline);
  }

  public static PubSubPublisher connect(
      RelayConfig.PubSub pubsub, String topic, Duration deadline) {
    boolean emulator = pubsub.emulatorHost().isPresent();
    ManagedChannelBuilder<?> builder =
        ManagedChannelBuilder.forTarget(pubsub.emulatorHost().orElse(pubsub.endpoint()));
    ManagedChannel channel = (emulator ? builder.usePlaintext() : builder).build();
    CredentialsProvider credentials =
        emulator
            ? NoCredentialsProvider.create()
            : TopicAdminSettings.defaultCredentialsProviderBuilder().build();
    try {
      String name = TopicName.format(pubsub.projectId(), topic);
      return new PubSubPublisher(
          name, channel, GrpcPublisherStub.create(settings(channel, credentials)), deadline);
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

  ApiFuture<PublishResponse> publish(Iterable<OutgoingEvent> events) {
    PublishRequest.Builder request = PublishRequest.newBuilder().setTopic(topic);
    events.forEach(event -> request.addMessages(event.message()));
    return stub.publishCallable().futureCall(request.build(), context);
  }

  /**
   * Whether the broker would let us publish to the topic, asked without publishing.
   *
   * <p>WHY not the topic itself: a publisher has no permission to look at it. The emulator knows no
   * permissions, so there it is the topic.
   */
  ApiFuture<Boolean> mayPublish() {
    TestIamPermissionsRequest request =
        TestIamPermissionsRequest.newBuilder()
            .setResource(topic)
            .addPermissions(PERMISSION)
            .build();
    ApiFuture<Boolean> permission =
        ApiFutures.transform(
            stub.testIamPermissionsCallable().futureCall(request, context),
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
        stub.getTopicCallable().futureCall(request, context),
        found -> true,
        MoreExecutors.directExecutor());
  }

  /**
   * The next call opens a new connection. WHY: the channel waits up to two minutes between attempts
   * to connect, and a half-open connection looks alive for a quarter of an hour.
   */
  void reconnect() {
    channel.enterIdle();
  }

  /** Calls in flight are cancelled. */
  @Override
  public void close() {
    stub.shutdownNow();
    channel.shutdownNow();
  }
}
