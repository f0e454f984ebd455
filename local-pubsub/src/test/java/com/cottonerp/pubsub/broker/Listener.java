package com.cottonerp.pubsub.broker;

import com.google.pubsub.v1.ReceivedMessage;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;

/** A consumer that records its messages. */
final class Listener extends Consumer {
  final List<ReceivedMessage> received = new ArrayList<>();
  private final int room;

  Listener(int room) {
    this.room = room;
  }

  @Override
  protected boolean hasRoom(int outstandingMessages, long outstandingBytes) {
    return outstandingMessages < room;
  }

  @Override
  protected int ackDeadlineSeconds() {
    return 0;
  }

  @Override
  protected void receive(List<ReceivedMessage> messages) {
    received.addAll(messages);
  }

  @Override
  protected void fail(StatusRuntimeException reason) {
    throw reason;
  }

  List<String> texts() {
    return received.stream().map(message -> message.getMessage().getData().toStringUtf8()).toList();
  }
}
