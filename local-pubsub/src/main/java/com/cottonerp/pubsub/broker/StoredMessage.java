package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PubsubMessage;

/**
 * A published message, shared by all subscriptions that hold the message.
 *
 * @param sequence the message id as a number: the order of publication
 * @param content the message with its id and time
 */
record StoredMessage(long sequence, PubsubMessage content, int bytes, long publishedMicros) {
  static StoredMessage of(PubsubMessage content) {
    return new StoredMessage(
        Long.parseLong(content.getMessageId()),
        content,
        content.getSerializedSize(),
        Timestamps.toMicros(content.getPublishTime()));
  }
}
