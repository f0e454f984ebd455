package com.cottonerp.runner.soak;

import com.cottonerp.runner.LocalSystem;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.SubscriberGrpc;
import com.google.pubsub.v1.SubscriberGrpc.SubscriberBlockingStub;
import com.google.pubsub.v1.Subscription;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A subscriber of one topic that shares nothing with the services and keeps every event.
 * Thread-safe.
 *
 * <p>WHY by message id: the broker numbers the messages in the order of their arrival at the
 * broker. Their arrival here says less, because a replay has its own ordering key and may overtake.
 */
final class TopicLog implements AutoCloseable {
  private static final int MESSAGES_PER_PULL = 500;
  private static final long PULL_SECONDS = 15;
  // Short: after a lost acknowledgement the ordering key waits for this deadline.
  private static final int ACK_DEADLINE_SECONDS = 10;
  private static final long PAUSE_MILLIS = 200;

  private final Channel channel;
  private final String subscription;
  private final FirstArrivals arrivals = new FirstArrivals();
  private final LongAdder received = new LongAdder();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /** Subscribes; receives every message published from now on. */
  TopicLog(Channel channel, String topic) {
    this.channel = channel;
    String project = "projects/" + LocalSystem.PROJECT;
    this.subscription = project + "/subscriptions/soak-observer." + topic;
    stub()
        .createSubscription(
            Subscription.newBuilder()
                .setName(subscription)
                .setTopic(project + "/topics/" + topic)
                .setEnableMessageOrdering(true)
                .setAckDeadlineSeconds(ACK_DEADLINE_SECONDS)
                .build());
    this.thread = new Thread(this::pullUntilStopped, "observer-" + topic);
    thread.setDaemon(true);
    thread.start();
  }

  private SubscriberBlockingStub stub() {
    return SubscriberGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PULL_SECONDS, TimeUnit.SECONDS);
  }

  private void pullUntilStopped() {
    PullRequest request =
        PullRequest.newBuilder()
            .setSubscription(subscription)
            .setMaxMessages(MESSAGES_PER_PULL)
            .build();
    try {
      while (stopped.getCount() > 0) {
        try {
          take(stub().pull(request).getReceivedMessagesList());
        } catch (StatusRuntimeException notNow) {
          if (notNow.getStatus().getCode() != Status.Code.DEADLINE_EXCEEDED) {
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(List<ReceivedMessage> received) {
    if (received.isEmpty()) {
      return;
    }
    AcknowledgeRequest.Builder acknowledged =
        AcknowledgeRequest.newBuilder().setSubscription(subscription);
    for (ReceivedMessage message : received) {
      keep(message.getMessage());
      acknowledged.addAckIds(message.getAckId());
    }
    stub().acknowledge(acknowledged.build());
  }

  private void keep(PubsubMessage message) {
    received.increment();
    arrivals.keep(
        new FirstArrivals.Arrival(
            Long.parseLong(message.getMessageId()),
            UUID.fromString(message.getAttributesOrThrow("ce-id")),
            UUID.fromString(message.getAttributesOrThrow("ce-subject")),
            Long.parseLong(message.getAttributesOrThrow("ce-sequence")),
            Boolean.parseBoolean(message.getAttributesOrDefault("tombstone", "false"))));
  }

  /** How many messages were received, those that came again included. */
  long messages() {
    return received.sum();
  }

  FirstArrivals arrivals() {
    return arrivals;
  }

  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
  }
}
