package com.cottonerp.pubsub.broker;

/** One message of one subscription, from its arrival until it is acknowledged. */
final class Delivery {
  final StoredMessage message;
  final Line line;

  /** The next message of the same line. */
  Delivery following;

  /** How often the message was refused or not acknowledged in time. */
  int failures;

  boolean acknowledged;

  /**
   * Whether the acknowledgement is final: a failure of an earlier message does not bring this back.
   */
  boolean forGood;

  /** Null while the message is not out. */
  String ackId;

  Consumer consumer;
  long deadlineSlot;

  Delivery(StoredMessage message, Line line) {
    this.message = message;
    this.line = line;
  }

  boolean isOut() {
    return ackId != null;
  }
}
