package com.cottonerp.pubsub.bench;

import com.google.protobuf.ByteString;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.PublisherGrpc;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import com.google.pubsub.v1.SubscriberGrpc;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.Topic;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures how many messages per second a server moves from publish to acknowledgement, with 64
 * ordering keys. Arguments: {@code host:port, messages, messages per request, pid of the server}.
 * Each key has one request in flight; latency is from publishing a message to its arrival at the
 * subscriber.
 */
final class ThroughputBench {
  private static final int KEYS = 64;
  private static final String TOPIC = "projects/bench/topics/bench";
  private static final String SUBSCRIPTION = "projects/bench/subscriptions/bench";

  private final int messages;
  private final int batch;
  private final PublisherGrpc.PublisherStub publisher;
  private final SubscriberGrpc.SubscriberStub subscriber;
  private final AtomicInteger sent = new AtomicInteger();
  private final long[] latencies;
  private final CountDownLatch received = new CountDownLatch(1);
  private int count;
  private StreamObserver<StreamingPullRequest> stream;

  private ThroughputBench(ManagedChannel one, ManagedChannel other, int messages, int batch) {
    this.messages = messages;
    this.batch = batch;
    this.latencies = new long[messages];
    this.publisher = PublisherGrpc.newStub(one);
    this.subscriber = SubscriberGrpc.newStub(other);
  }

  public static void main(String[] arguments) throws InterruptedException {
    ManagedChannel one = channel(arguments[0]);
    ManagedChannel other = channel(arguments[0]);
    ProcessHandle server = ProcessHandle.of(Long.parseLong(arguments[3])).orElseThrow();
    for (int round = 1; round <= 5; round++) {
      prepare(one);
      ThroughputBench bench =
          new ThroughputBench(
              one, other, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      bench.run(server);
    }
    one.shutdownNow();
    other.shutdownNow();
  }

  private static ManagedChannel channel(String target) {
    return ManagedChannelBuilder.forTarget(target).usePlaintext().directExecutor().build();
  }

  private static void prepare(ManagedChannel channel) {
    var topics = PublisherGrpc.newBlockingStub(channel);
    var subscriptions = SubscriberGrpc.newBlockingStub(channel);
    try {
      subscriptions.deleteSubscription(
          DeleteSubscriptionRequest.newBuilder().setSubscription(SUBSCRIPTION).build());
      topics.deleteTopic(DeleteTopicRequest.newBuilder().setTopic(TOPIC).build());
    } catch (StatusRuntimeException firstTime) {
      System.out.println("A new server");
    }
    topics.createTopic(Topic.newBuilder().setName(TOPIC).build());
    subscriptions.createSubscription(
        Subscription.newBuilder()
            .setName(SUBSCRIPTION)
            .setTopic(TOPIC)
            .setEnableMessageOrdering(true)
            .build());
  }

  private void run(ProcessHandle server) throws InterruptedException {
    Duration cpuBefore = server.info().totalCpuDuration().orElseThrow();
    stream = subscriber.streamingPull(new Receiver());
    stream.onNext(
        StreamingPullRequest.newBuilder()
            .setSubscription(SUBSCRIPTION)
            .setStreamAckDeadlineSeconds(60)
            .setMaxOutstandingMessages(1_000)
            .build());
    long start = System.nanoTime();
    for (int key = 0; key < KEYS; key++) {
      publish(key);
    }
    received.await();
    double seconds = (System.nanoTime() - start) / 1e9;
    stream.onCompleted();
    Duration cpu = server.info().totalCpuDuration().orElseThrow().minus(cpuBefore);
    Arrays.sort(latencies);
    System.out.printf(
        "%,.0f messages/s, %.1f us of CPU each, latency p50 %.2f ms, p99 %.2f ms%n",
        messages / seconds,
        cpu.toNanos() / 1e3 / messages,
        latencies[messages / 2] / 1e6,
        latencies[messages * 99 / 100] / 1e6);
  }

  private void publish(int key) {
    if (sent.addAndGet(batch) > messages) {
      return;
    }
    PublishRequest.Builder request = PublishRequest.newBuilder().setTopic(TOPIC);
    for (int i = 0; i < batch; i++) {
      request.addMessages(
          PubsubMessage.newBuilder()
              .setOrderingKey("lane-" + key)
              .putAttributes("at", Long.toString(System.nanoTime()))
              .putAttributes("ce-id", "0198f2b0-3f6c-7d1c-a7c3-0d9c2f4e5a6b")
              .putAttributes("ce-type", "PartnerApproved")
              .putAttributes("ce-source", "/cotton-erp/partners")
              .putAttributes("ce-subject", "0198f2b0-3f6c-7d1c-a7c3-0d9c2f4e5a6b")
              .putAttributes("ce-time", "2025-07-01T09:30:00Z")
              .putAttributes("ce-sequence", "42")
              .setData(ByteString.copyFrom(new byte[500])));
    }
    publisher.publish(
        request.build(),
        new StreamObserver<>() {
          @Override
          public void onNext(PublishResponse response) {
            publish(key);
          }

          @Override
          public void onError(Throwable failure) {
            failure.printStackTrace();
          }

          @Override
          public void onCompleted() {}
        });
  }

  private final class Receiver implements StreamObserver<StreamingPullResponse> {
    @Override
    public void onNext(StreamingPullResponse response) {
      long now = System.nanoTime();
      StreamingPullRequest.Builder acknowledged = StreamingPullRequest.newBuilder();
      for (ReceivedMessage message : response.getReceivedMessagesList()) {
        acknowledged.addAckIds(message.getAckId());
        if (count < messages) {
          latencies[count++] =
              now - Long.parseLong(message.getMessage().getAttributesOrThrow("at"));
        }
      }
      stream.onNext(acknowledged.build());
      if (count == messages) {
        received.countDown();
      }
    }

    @Override
    public void onError(Throwable failure) {
      failure.printStackTrace();
    }

    @Override
    public void onCompleted() {}
  }
}
