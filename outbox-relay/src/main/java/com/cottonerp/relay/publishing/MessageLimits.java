package com.cottonerp.relay.publishing;

import com.google.pubsub.v1.PubsubMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Pub/Sub's limits for one message, checked before it is sent. Pure. */
final class MessageLimits {
  /** Pub/Sub's limit of 10 MB for the request, without the room for the frame of one message. */
  static final int MAX_MESSAGE_BYTES = 10_000_000 - 2_000;

  static final int MAX_REQUEST_BYTES = 9_500_000;
  static final int MAX_REQUEST_MESSAGES = 1_000;

  private static final int MAX_ATTRIBUTES = 100;
  private static final int MAX_KEY_BYTES = 256;
  private static final int MAX_VALUE_BYTES = 1_024;

  private MessageLimits() {}

  /**
   * The limit that the message breaks, as a sentence; empty when the message is within all limits.
   */
  static Optional<String> violation(PubsubMessage message, int bytes) {
    if (bytes > MAX_MESSAGE_BYTES) {
      return Optional.of(
          "The message has %d bytes; Pub/Sub takes %d".formatted(bytes, MAX_MESSAGE_BYTES));
    }
    if (message.getAttributesCount() > MAX_ATTRIBUTES) {
      return Optional.of("The message has more than %d attributes".formatted(MAX_ATTRIBUTES));
    }
    return message.getAttributesMap().entrySet().stream()
        .filter(attribute -> !isAllowed(attribute))
        .map(
            attribute ->
                "The attribute %s is too long; Pub/Sub takes %d bytes"
                    .formatted(attribute.getKey(), MAX_VALUE_BYTES))
        .findFirst();
  }

  static boolean isAllowed(Map.Entry<String, String> attribute) {
    return fits(attribute.getKey(), MAX_KEY_BYTES) && fits(attribute.getValue(), MAX_VALUE_BYTES);
  }

  /** WHY the shortcut: a char has at most three bytes, and nearly all texts are short. */
  private static boolean fits(String text, int maxBytes) {
    return text.length() * 3 <= maxBytes
        || text.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
  }
}
