package com.cottonerp.pubsub.broker;

import com.google.pubsub.v1.ReceivedMessage;
import io.grpc.StatusRuntimeException;
import java.util.ArrayDeque;
import java.util.List;

/** A receiver of a subscription's messages: a pull or a stream. Belongs to the loop. */
public abstract class Consumer {
  /** The lines that only this consumer may continue. */
  final ArrayDeque<Line> own = new ArrayDeque<>();

  private int outstanding;
  private long outstandingBytes;
  private boolean closed;

  /** Whether the consumer takes more messages, when so many are outstanding. */
  protected abstract boolean hasRoom(int outstandingMessages, long outstandingBytes);

  /** The ack deadline of the consumer in seconds; 0 for the deadline of the subscription. */
  protected abstract int ackDeadlineSeconds();

  /** Receives one or more messages. */
  protected abstract void receive(List<ReceivedMessage> messages);

  /** Tells the consumer that the subscription is gone. */
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

  /** Closes the consumer. Its outstanding messages stay leased until their deadline. */
  public final void close() {
    closed = true;
  }

  public final boolean isClosed() {
    return closed;
  }
}
