package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Broker;
import com.cottonerp.pubsub.broker.Consumer;
import com.cottonerp.pubsub.broker.Refusals;
import com.cottonerp.pubsub.broker.Subscriptions;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import com.google.pubsub.v1.StreamingPullResponse.AcknowledgeConfirmation;
import com.google.pubsub.v1.StreamingPullResponse.ModifyAckDeadlineConfirmation;
import com.google.pubsub.v1.StreamingPullResponse.SubscriptionProperties;
import com.google.pubsub.v1.Subscription;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * One stream: sends messages while the client has room, receives acknowledgements and deadlines.
 */
final class StreamingPull extends Consumer implements StreamObserver<StreamingPullRequest> {
  private final Broker broker;
  private final ServerCallStreamObserver<StreamingPullResponse> client;

  /** The first request; null until the first request arrives. */
  private StreamingPullRequest opening;

  private int ackDeadlineSeconds;

  StreamingPull(Broker broker, ServerCallStreamObserver<StreamingPullResponse> client) {
    this.broker = broker;
    this.client = client;
    client.setOnCancelHandler(this::end);
    client.setOnReadyHandler(
        () -> {
          if (opening != null) {
            broker.subscriptions().wake(opening.getSubscription());
          }
        });
  }

  @Override
  public void onNext(StreamingPullRequest request) {
    if (isClosed()) {
      return; // On its way when the stream ended.
    }
    try {
      if (opening == null) {
        open(request);
      } else {
        checkLater(request);
      }
      apply(request);
    } catch (RuntimeException failure) {
      end();
      client.onError(Answers.refusal(failure));
    }
  }

  private void open(StreamingPullRequest request) {
    Subscriptions.checkAckDeadline(request.getStreamAckDeadlineSeconds());
    broker.subscriptions().settings(request.getSubscription());
    opening = request;
    ackDeadlineSeconds = request.getStreamAckDeadlineSeconds();
    broker.subscriptions().attach(request.getSubscription(), this);
  }

  private void checkLater(StreamingPullRequest request) {
    if (!request.getSubscription().isEmpty()
        || request.getMaxOutstandingMessages() != 0
        || request.getMaxOutstandingBytes() != 0) {
      throw Refusals.invalid("Only the first request of a stream says what it is about");
    }
    if (request.getStreamAckDeadlineSeconds() != 0) {
      Subscriptions.checkAckDeadline(request.getStreamAckDeadlineSeconds());
      ackDeadlineSeconds = request.getStreamAckDeadlineSeconds();
    }
  }

  private void apply(StreamingPullRequest request) {
    if (request.getModifyDeadlineAckIdsCount() != request.getModifyDeadlineSecondsCount()) {
      throw Refusals.invalid("There must be one deadline for each ack id");
    }
    if (request.getAckIdsCount() > 0) {
      acknowledge(request.getAckIdsList());
    }
    if (request.getModifyDeadlineAckIdsCount() > 0) {
      modifyDeadlines(request);
    }
    boolean ping =
        request != opening
            && opening.getProtocolVersion() > 0
            && request.getAckIdsCount() + request.getModifyDeadlineAckIdsCount() == 0;
    if (ping) {
      client.onNext(response().build());
    }
  }

  private void acknowledge(List<String> ackIds) {
    List<String> invalid = broker.subscriptions().acknowledge(subscription(), ackIds);
    if (settings().getEnableExactlyOnceDelivery()) {
      client.onNext(
          response()
              .setAcknowledgeConfirmation(
                  AcknowledgeConfirmation.newBuilder()
                      .addAllAckIds(without(ackIds, invalid))
                      .addAllInvalidAckIds(invalid))
              .build());
    }
  }

  private void modifyDeadlines(StreamingPullRequest request) {
    TreeMap<Integer, List<String>> bySeconds = new TreeMap<>();
    for (int i = 0; i < request.getModifyDeadlineAckIdsCount(); i++) {
      bySeconds
          .computeIfAbsent(request.getModifyDeadlineSeconds(i), seconds -> new ArrayList<>())
          .add(request.getModifyDeadlineAckIds(i));
    }
    List<String> invalid = new ArrayList<>();
    bySeconds.forEach(
        (seconds, ackIds) ->
            invalid.addAll(
                broker.subscriptions().modifyAckDeadline(subscription(), ackIds, seconds)));
    if (settings().getEnableExactlyOnceDelivery()) {
      client.onNext(
          response()
              .setModifyAckDeadlineConfirmation(
                  ModifyAckDeadlineConfirmation.newBuilder()
                      .addAllAckIds(without(request.getModifyDeadlineAckIdsList(), invalid))
                      .addAllInvalidAckIds(invalid))
              .build());
    }
  }

  private static List<String> without(List<String> ackIds, List<String> invalid) {
    Set<String> excluded = Set.copyOf(invalid);
    return ackIds.stream().filter(ackId -> !excluded.contains(ackId)).toList();
  }

  /** WHY in every response: the clients read a missing property as false. */
  private StreamingPullResponse.Builder response() {
    Subscription settings = settings();
    return StreamingPullResponse.newBuilder()
        .setSubscriptionProperties(
            SubscriptionProperties.newBuilder()
                .setExactlyOnceDeliveryEnabled(settings.getEnableExactlyOnceDelivery())
                .setMessageOrderingEnabled(settings.getEnableMessageOrdering()));
  }

  private String subscription() {
    return opening.getSubscription();
  }

  private Subscription settings() {
    return broker.subscriptions().settings(subscription());
  }

  private void end() {
    if (opening == null) {
      close();
    } else {
      broker.subscriptions().detach(subscription(), this);
    }
  }

  /** The client is gone, without closing the stream. */
  @Override
  public void onError(Throwable cancelled) {
    end();
  }

  /** The client has closed its side; its outstanding messages stay leased until the deadline. */
  @Override
  public void onCompleted() {
    if (!isClosed()) {
      end();
      client.onCompleted();
    }
  }

  @Override
  protected boolean hasRoom(int outstandingMessages, long outstandingBytes) {
    return client.isReady()
        && isBelow(opening.getMaxOutstandingMessages(), outstandingMessages)
        && isBelow(opening.getMaxOutstandingBytes(), outstandingBytes);
  }

  private static boolean isBelow(long limit, long value) {
    return limit <= 0 || value < limit;
  }

  @Override
  protected int ackDeadlineSeconds() {
    return ackDeadlineSeconds;
  }

  @Override
  protected void receive(List<ReceivedMessage> messages) {
    client.onNext(response().addAllReceivedMessages(messages).build());
  }

  @Override
  protected void fail(StatusRuntimeException reason) {
    client.onError(reason);
  }
}
