package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Broker;
import com.cottonerp.pubsub.broker.Time;
import com.cottonerp.pubsub.faults.Faults;
import com.google.protobuf.Empty;
import com.google.pubsub.v1.DeleteTopicRequest;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.ListTopicSnapshotsRequest;
import com.google.pubsub.v1.ListTopicSnapshotsResponse;
import com.google.pubsub.v1.ListTopicSubscriptionsRequest;
import com.google.pubsub.v1.ListTopicSubscriptionsResponse;
import com.google.pubsub.v1.ListTopicsRequest;
import com.google.pubsub.v1.ListTopicsResponse;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.PublisherGrpc;
import com.google.pubsub.v1.Topic;
import com.google.pubsub.v1.UpdateTopicRequest;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** {@code google.pubsub.v1.Publisher}. Topics cannot be detached from subscriptions. */
final class PublisherService extends PublisherGrpc.PublisherImplBase {
  private final Broker broker;
  private final Time time;

  PublisherService(Broker broker, Time time) {
    this.broker = broker;
    this.time = time;
  }

  @Override
  public void createTopic(Topic topic, StreamObserver<Topic> client) {
    Answers.answer(client, () -> broker.topics().create(topic));
  }

  @Override
  public void updateTopic(UpdateTopicRequest request, StreamObserver<Topic> client) {
    Answers.answer(client, () -> broker.topics().update(request));
  }

  @Override
  public void getTopic(GetTopicRequest request, StreamObserver<Topic> client) {
    Answers.answer(client, () -> broker.topics().get(request));
  }

  @Override
  public void listTopics(ListTopicsRequest request, StreamObserver<ListTopicsResponse> client) {
    Answers.answer(client, () -> broker.topics().list(request));
  }

  @Override
  public void listTopicSubscriptions(
      ListTopicSubscriptionsRequest request,
      StreamObserver<ListTopicSubscriptionsResponse> client) {
    Answers.answer(client, () -> broker.topics().subscriptions(request));
  }

  @Override
  public void listTopicSnapshots(
      ListTopicSnapshotsRequest request, StreamObserver<ListTopicSnapshotsResponse> client) {
    Answers.answer(client, () -> broker.topics().snapshots(request));
  }

  @Override
  public void deleteTopic(DeleteTopicRequest request, StreamObserver<Empty> client) {
    Answers.answer(client, () -> broker.topics().delete(request));
  }

  @Override
  public void publish(PublishRequest request, StreamObserver<PublishResponse> client) {
    Faults.Publish fault = broker.faults().publish();
    Runnable work = () -> Answers.answer(client, () -> publish(request, fault));
    if (fault.delayMillis() > 0) {
      time.after(fault.delayMillis() * 1_000_000, work);
    } else {
      work.run();
    }
  }

  private PublishResponse publish(PublishRequest request, Faults.Publish fault) {
    if (fault.refusal() != null) {
      throw fault.refusal().asRuntimeException();
    }
    Supplier<PublishResponse> publish = () -> broker.topics().publish(request);
    PublishResponse response = publish.get();
    if (fault.duplicate()) {
      publish.get();
    }
    if (fault.answerLost()) {
      throw Status.DEADLINE_EXCEEDED
          .withDescription("The messages are published; a fault was asked for")
          .asRuntimeException();
    }
    return response;
  }
}
