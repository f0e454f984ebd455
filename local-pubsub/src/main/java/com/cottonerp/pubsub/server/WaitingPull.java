package com.cottonerp.pubsub.server;

import com.cottonerp.pubsub.broker.Broker;
import com.cottonerp.pubsub.broker.Consumer;
import com.cottonerp.pubsub.broker.Refusals;
import com.cottonerp.pubsub.broker.Time;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.ReceivedMessage;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;

/** One pull, which waits for the first message unless the client asks for an immediate answer. */
final class WaitingPull extends Consumer {
  private static final long LONGEST_WAIT_NANOS = 90_000_000_000L;

  private final Broker broker;
  private final Time time;
  private final PullRequest request;
  private final StreamObserver<PullResponse> client;
  private Runnable cancelTimer = () -> {};

  WaitingPull(Broker broker, Time time, PullRequest request, StreamObserver<PullResponse> client) {
    this.broker = broker;
    this.time = time;
    this.request = request;
    this.client = client;
  }

  @SuppressWarnings("deprecation")
  void begin() {
    if (request.getMaxMessages() <= 0) {
      throw Refusals.invalid("max_messages must be greater than 0");
    }
    if (client instanceof ServerCallStreamObserver<PullResponse> call) {
      call.setOnCancelHandler(this::end);
    }
    broker.subscriptions().attach(request.getSubscription(), this);
    if (isClosed()) {
      return;
    }
    if (request.getReturnImmediately()) {
      answerEmpty();
    } else {
      cancelTimer = time.after(LONGEST_WAIT_NANOS, this::answerEmpty);
    }
  }

  private void answerEmpty() {
    end();
    client.onNext(PullResponse.getDefaultInstance());
    client.onCompleted();
  }

  private void end() {
    cancelTimer.run();
    broker.subscriptions().detach(request.getSubscription(), this);
  }

  @Override
  protected boolean hasRoom(int outstandingMessages, long outstandingBytes) {
    return outstandingMessages < request.getMaxMessages();
  }

  @Override
  protected int ackDeadlineSeconds() {
    return 0;
  }

  @Override
  protected void receive(List<ReceivedMessage> messages) {
    end();
    client.onNext(PullResponse.newBuilder().addAllReceivedMessages(messages).build());
    client.onCompleted();
  }

  @Override
  protected void fail(StatusRuntimeException reason) {
    cancelTimer.run();
    client.onError(reason);
  }
}
