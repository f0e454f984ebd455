package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PubsubMessage;

/**
 * A published message, shared by all subscriptions that have it.
 *
 * @param sequence its id as a number: the order of publication
 * @param content with its id and time
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
