package com.cottonerp.eventing.pubsub;

import com.google.api.core.ApiFuture;
import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedExecutorProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.ApiCallContext;
import com.google.api.gax.rpc.ClientStream;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.api.gax.rpc.ResponseObserver;
import com.google.cloud.pubsub.v1.SubscriptionAdminSettings;
import com.google.cloud.pubsub.v1.stub.GrpcSubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStubSettings;
import com.google.protobuf.Empty;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The calls of one subscription, over a connection of its own. Every call ends within its deadline,
 * is made once, and fails soon on a connection whose other end is gone. Thread-safe.
 *
 * <p>WHY nothing is retried here: retries that hide in a future cannot be told from a broker that
 * has nothing, and their pauses grow far beyond those of the {@link PullLoop}.
 */
final class SubscriptionClient implements AutoCloseable {
  private static final int MAX_RESPONSE_BYTES = 20 << 20;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** WHY: of a client that comes back the service knows which keys it had. */
  private static final String CLIENT_ID = UUID.randomUUID().toString();

  /** Of the client's own timers; nothing of ours runs on it. */
  private static final ScheduledExecutorService TIMERS =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pubsub-timers");
            thread.setDaemon(true);
            return thread;
          });

  private final String subscription;
  private final Duration ackDeadline;
  private final ManagedChannel channel;
  private final SubscriberStub stub;

  private SubscriptionClient(
      String subscription, Duration ackDeadline, ManagedChannel channel, SubscriberStub stub) {
    this.subscription = subscription;
    this.ackDeadline = ackDeadline;
    this.channel = channel;
    this.stub = stub;
  }

  /**
   * @param subscription its full name
   * @param ackDeadline how long the broker waits for a message to be done, or for another
   *     extension; it takes 10 seconds to 10 minutes
   */
  static SubscriptionClient connect(
      PubSubEndpoint endpoint, String subscription, Duration ackDeadline) {
    ManagedChannelBuilder<?> builder =
        ManagedChannelBuilder.forTarget(endpoint.address())
            .maxInboundMessageSize(MAX_RESPONSE_BYTES)
            // WHY: a connection that a firewall forgot looks alive for a quarter of an hour.
            .keepAliveTime(10, TimeUnit.SECONDS)
            .keepAliveTimeout(5, TimeUnit.SECONDS)
            .keepAliveWithoutCalls(true);
    ManagedChannel channel = (endpoint.isEmulator() ? builder.usePlaintext() : builder).build();
    CredentialsProvider credentials =
        endpoint.isEmulator()
            ? NoCredentialsProvider.create()
            : SubscriptionAdminSettings.defaultCredentialsProviderBuilder().build();
    try {
      return new SubscriptionClient(
          subscription,
          ackDeadline,
          channel,
          GrpcSubscriberStub.create(settings(channel, credentials)));
    } catch (IOException failure) {
      channel.shutdownNow();
      throw new UncheckedIOException("The Pub/Sub client could not be made", failure);
    }
  }

  private static SubscriberStubSettings settings(
      ManagedChannel channel, CredentialsProvider credentials) throws IOException {
    SubscriberStubSettings.Builder settings = SubscriberStubSettings.newBuilder();
    settings
        .setTransportChannelProvider(
            FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel)))
        .setBackgroundExecutorProvider(FixedExecutorProvider.create(TIMERS))
        .setCredentialsProvider(credentials);
    settings.pullSettings().setRetryableCodes(Set.of());
    settings.acknowledgeSettings().setRetryableCodes(Set.of());
    settings.modifyAckDeadlineSettings().setRetryableCodes(Set.of());
    return settings.build();
  }

  // WHY the deprecated flag: an answer at once is the only proof that the emulator is there.
  @SuppressWarnings("deprecation")
  ApiFuture<PullResponse> pull(int messages, Duration deadline) {
    PullRequest request =
        PullRequest.newBuilder()
            .setSubscription(subscription)
            .setMaxMessages(messages)
            .setReturnImmediately(true)
            .build();
    return stub.pullCallable().futureCall(request, within(deadline));
  }

  /**
   * @param onReady called when the other end has taken the connection, and perhaps again
   */
  ClientStream<StreamingPullRequest> streamingPull(
      ResponseObserver<StreamingPullResponse> responses, Runnable onReady) {
    return stub.streamingPullCallable()
        .internalCall(responses, stream -> onReady.run(), GrpcCallContext.createDefault());
  }

  /** Opens a stream that sends no more than may be held. */
  StreamingPullRequest firstRequest(int maxMessages, long maxBytes) {
    return StreamingPullRequest.newBuilder()
        .setSubscription(subscription)
        .setStreamAckDeadlineSeconds((int) ackDeadline.toSeconds())
        .setMaxOutstandingMessages(maxMessages)
        .setMaxOutstandingBytes(maxBytes)
        .setClientId(CLIENT_ID)
        .build();
  }

  ApiFuture<Empty> acknowledge(List<String> ackIds) {
    AcknowledgeRequest request =
        AcknowledgeRequest.newBuilder().setSubscription(subscription).addAllAckIds(ackIds).build();
    return stub.acknowledgeCallable().futureCall(request, within(DEADLINE));
  }

  /** By the deadline of this client, from now. */
  ApiFuture<Empty> extendDeadline(List<String> ackIds) {
    ModifyAckDeadlineRequest request =
        ModifyAckDeadlineRequest.newBuilder()
            .setSubscription(subscription)
            .addAllAckIds(ackIds)
            .setAckDeadlineSeconds((int) ackDeadline.toSeconds())
            .build();
    return stub.modifyAckDeadlineCallable().futureCall(request, within(DEADLINE));
  }

  private static ApiCallContext within(Duration deadline) {
    return GrpcCallContext.createDefault().withTimeoutDuration(deadline);
  }

  Duration ackDeadline() {
    return ackDeadline;
  }

  /** The next call opens a new connection, however long the channel would have waited for it. */
  void reconnect() {
    channel.enterIdle();
    channel.resetConnectBackoff();
  }

  /** Calls in flight are cancelled. */
  @Override
  public void close() {
    stub.shutdownNow();
    channel.shutdownNow();
  }
}
