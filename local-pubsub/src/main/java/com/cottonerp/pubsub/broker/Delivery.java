package com.cottonerp.pubsub.broker;

/** One message of one subscription, from its arrival until it is acknowledged. */
final class Delivery {
  final StoredMessage message;
  final Line line;

  /** The next message of the same line. */
  Delivery following;

  /** How often it was refused or not acknowledged in time. */
  int failures;

  boolean acknowledged;

  /** Whether not even the failure of an earlier message of the line brings it back. */
  boolean forGood;

  /** Null while it is not out. */
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
