package com.cottonerp.eventing.inbox;

import com.google.pubsub.v1.PubsubMessage;
import java.util.Map;

/** A message as Pub/Sub delivered it: nothing about it is trusted yet. */
public record ReceivedMessage(
    String messageId, String orderingKey, Map<String, String> attributes, byte[] data) {
  public static ReceivedMessage of(PubsubMessage message) {
    return new ReceivedMessage(
        message.getMessageId(),
        message.getOrderingKey(),
        Map.copyOf(message.getAttributesMap()),
        message.getData().toByteArray());
  }
}
