package com.cottonerp.pubsub.broker;

import com.google.protobuf.util.Timestamps;
import com.google.pubsub.v1.PubsubMessage;
import com.google.pubsub.v1.Subscription;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The message that is forwarded to the dead-letter topic after too many deliveries. */
final class DeadLetter {
  private static final String PREFIX = "CloudPubSubDeadLetterSource";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

  private DeadLetter() {}

  static PubsubMessage of(Subscription source, Delivery delivery) {
    PubsubMessage original = delivery.message.content();
    Instant published = Instant.ofEpochMilli(Timestamps.toMillis(original.getPublishTime()));
    return original.toBuilder()
        .clearMessageId()
        .clearPublishTime()
        .putAttributes(PREFIX + "Subscription", Names.shortName(source.getName()))
        .putAttributes(PREFIX + "SubscriptionProject", Names.project(source.getName()))
        .putAttributes(PREFIX + "DeliveryCount", Integer.toString(delivery.failures))
        .putAttributes(PREFIX + "TopicPublishTime", TIME.format(published))
        .build();
  }
}
