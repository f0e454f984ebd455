package com.cottonerp.pubsub.broker;

import com.google.pubsub.v1.ReceivedMessage;
import io.grpc.StatusRuntimeException;
import java.util.ArrayDeque;
import java.util.List;

/** Somebody who waits for messages of a subscription: a pull or a stream. Lives on the loop. */
public abstract class Consumer {
  /** Lines that only this one may go on with. */
  final ArrayDeque<Line> own = new ArrayDeque<>();

  private int outstanding;
  private long outstandingBytes;
  private boolean closed;

  /** How many messages more it takes, when so many are with it. */
  protected abstract boolean hasRoom(int outstandingMessages, long outstandingBytes);

  /** For how long its messages are its own, in seconds; 0 for what the subscription says. */
  protected abstract int ackDeadlineSeconds();

  /** Takes messages; never none. */
  protected abstract void receive(List<ReceivedMessage> messages);

  /** The subscription is gone. */
  protected abstract void fail(StatusRuntimeException reason);

  final boolean hasRoom() {
    return !closed && hasRoom(outstanding, outstandingBytes);
  }

  final void took(Delivery delivery) {
    outstanding++;
    outstandingBytes += delivery.message.bytes();
  }

  final void gaveBack(Delivery delivery) {
    outstanding--;
    outstandingBytes -= delivery.message.bytes();
  }

  /** Takes nothing any more. What it has stays its own until the deadline. */
  public final void close() {
    closed = true;
  }

  public final boolean isClosed() {
    return closed;
  }
}
