package com.cottonerp.pubsub.testkit;

import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.StreamingPullRequest;
import com.google.pubsub.v1.StreamingPullResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A streaming pull that records its messages. */
public final class Stream implements AutoCloseable {
  private final List<StreamingPullResponse> responses = new CopyOnWriteArrayList<>();
  private ClientCallStreamObserver<StreamingPullRequest> call;
  private volatile Status end;

  private Stream() {}

  /** Opens a stream with a deadline of a minute, unless the settings give another deadline. */
  public static Stream open(
      Client client, String subscription, UnaryOperator<StreamingPullRequest.Builder> settings) {
    Stream stream = new Stream();
    client.streams().streamingPull(stream.new Responses());
    stream.send(
        settings.apply(
            StreamingPullRequest.newBuilder()
                .setSubscription(subscription)
                .setStreamAckDeadlineSeconds(60)));
    return stream;
  }

  public static Stream open(Client client, String subscription) {
    return open(client, subscription, request -> request);
  }

  public void send(StreamingPullRequest.Builder request) {
    call.onNext(request.build());
  }

  public void acknowledge(List<ReceivedMessage> messages) {
    send(StreamingPullRequest.newBuilder().addAllAckIds(Client.ackIds(messages)));
  }

  public List<StreamingPullResponse> responses() {
    return responses;
  }

  public List<ReceivedMessage> received() {
    return responses.stream()
        .flatMap(response -> response.getReceivedMessagesList().stream())
        .toList();
  }

  /** Waits until so many messages have come, and returns all. */
  public List<ReceivedMessage> await(int count) {
    Awaitility.await().atMost(Client.PATIENCE).until(() -> received().size() >= count);
    return received();
  }

  public Status awaitEnd() {
    Awaitility.await().atMost(Client.PATIENCE).until(() -> end != null);
    return end;
  }

  /** Closes the client's side of the stream. */
  public void complete() {
    call.onCompleted();
  }

  @Override
  public void close() {
    call.cancel("The test is over", null);
  }

  private final class Responses
      implements ClientResponseObserver<StreamingPullRequest, StreamingPullResponse> {
    @Override
    public void beforeStart(ClientCallStreamObserver<StreamingPullRequest> started) {
      call = started;
    }

    @Override
    public void onNext(StreamingPullResponse response) {
      responses.add(response);
    }

    @Override
    public void onError(Throwable failure) {
      end = Status.fromThrowable(failure);
    }

    @Override
    public void onCompleted() {
      end = Status.OK;
    }
  }
}
