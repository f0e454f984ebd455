package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Broker;
import com.cottonerp.pubsub.broker.Refusals;
import com.cottonerp.pubsub.broker.Time;
import com.google.protobuf.Empty;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.CreateSnapshotRequest;
import com.google.pubsub.v1.DeleteSnapshotRequest;
import com.google.pubsub.v1.DeleteSubscriptionRequest;
import com.google.pubsub.v1.GetSnapshotRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.ListSnapshotsRequest;
import com.google.pubsub.v1.ListSnapshotsResponse;
import com.google.pubsub.v1.ListSubscriptionsRequest;
import com.google.pubsub.v1.ListSubscriptionsResponse;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.ModifyPushConfigRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.SeekRequest;
import com.google.pubsub.v1.SeekResponse;
import com.google.pubsub.v1.Snapshot;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import com.google.pubsub.v1.SubscriberGrpc;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.UpdateSnapshotRequest;
import com.google.pubsub.v1.UpdateSubscriptionRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** {@code google.pubsub.v1.Subscriber}. There are no push subscriptions. */
final class SubscriberService extends SubscriberGrpc.SubscriberImplBase {
  private final Broker broker;
  private final Time time;

  SubscriberService(Broker broker, Time time) {
    this.broker = broker;
    this.time = time;
  }

  @Override
  public void createSubscription(Subscription request, StreamObserver<Subscription> client) {
    Answers.answer(client, () -> broker.subscriptions().create(request));
  }

  @Override
  public void getSubscription(GetSubscriptionRequest request, StreamObserver<Subscription> client) {
    Answers.answer(client, () -> broker.subscriptions().get(request));
  }

  @Override
  public void updateSubscription(
      UpdateSubscriptionRequest request, StreamObserver<Subscription> client) {
    Answers.answer(client, () -> broker.subscriptions().update(request));
  }

  @Override
  public void listSubscriptions(
      ListSubscriptionsRequest request, StreamObserver<ListSubscriptionsResponse> client) {
    Answers.answer(client, () -> broker.subscriptions().list(request));
  }

  @Override
  public void deleteSubscription(DeleteSubscriptionRequest request, StreamObserver<Empty> client) {
    Answers.answer(client, () -> broker.subscriptions().delete(request));
  }

  @Override
  public void modifyPushConfig(ModifyPushConfigRequest request, StreamObserver<Empty> client) {
    Answers.answer(client, () -> broker.subscriptions().modifyPushConfig(request));
  }

  @Override
  public void pull(PullRequest request, StreamObserver<PullResponse> client) {
    try {
      new WaitingPull(broker, time, request, client).begin();
    } catch (RuntimeException failure) {
      client.onError(Answers.refusal(failure));
    }
  }

  @Override
  public StreamObserver<StreamingPullRequest> streamingPull(
      StreamObserver<StreamingPullResponse> client) {
    return new StreamingPull(broker, (ServerCallStreamObserver<StreamingPullResponse>) client);
  }

  @Override
  public void acknowledge(AcknowledgeRequest request, StreamObserver<Empty> client) {
    Answers.answer(
        client,
        () -> {
          checkNotEmpty(request.getAckIdsList());
          List<String> invalid =
              broker
                  .subscriptions()
                  .acknowledge(request.getSubscription(), request.getAckIdsList());
          return confirmed(request.getSubscription(), invalid);
        });
  }

  @Override
  public void modifyAckDeadline(ModifyAckDeadlineRequest request, StreamObserver<Empty> client) {
    Answers.answer(
        client,
        () -> {
          checkNotEmpty(request.getAckIdsList());
          List<String> invalid =
              broker
                  .subscriptions()
                  .modifyAckDeadline(
                      request.getSubscription(),
                      request.getAckIdsList(),
                      request.getAckDeadlineSeconds());
          return confirmed(request.getSubscription(), invalid);
        });
  }

  private static void checkNotEmpty(List<String> ackIds) {
    if (ackIds.isEmpty()) {
      throw Refusals.invalid("No ack ids specified");
    }
  }

  /** Reports invalid ids only with exactly-once delivery, as the service does. */
  private Empty confirmed(String subscription, List<String> invalid) {
    if (!invalid.isEmpty()
        && broker.subscriptions().settings(subscription).getEnableExactlyOnceDelivery()) {
      throw Refusals.expiredAckIds(invalid);
    }
    return Empty.getDefaultInstance();
  }

  @Override
  public void seek(SeekRequest request, StreamObserver<SeekResponse> client) {
    Answers.answer(client, () -> broker.subscriptions().seek(request));
  }

  @Override
  public void createSnapshot(CreateSnapshotRequest request, StreamObserver<Snapshot> client) {
    Answers.answer(client, () -> broker.snapshots().create(request));
  }

  @Override
  public void getSnapshot(GetSnapshotRequest request, StreamObserver<Snapshot> client) {
    Answers.answer(client, () -> broker.snapshots().get(request));
  }

  @Override
  public void updateSnapshot(UpdateSnapshotRequest request, StreamObserver<Snapshot> client) {
    Answers.answer(client, () -> broker.snapshots().update(request));
  }

  @Override
  public void deleteSnapshot(DeleteSnapshotRequest request, StreamObserver<Empty> client) {
    Answers.answer(client, () -> broker.snapshots().delete(request));
  }

  @Override
  public void listSnapshots(
      ListSnapshotsRequest request, StreamObserver<ListSnapshotsResponse> client) {
    Answers.answer(client, () -> broker.snapshots().list(request));
  }
}
