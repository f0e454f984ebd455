package com.cottonerp.pubsub.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PubsubMessage;

/** The service's limits for one publish request. */
final class PublishLimits {
  private static final int REQUEST_BYTES = 10_000_000;
  private static final int MESSAGES = 1_000;
  private static final int ATTRIBUTES = 100;
  private static final int KEY_BYTES = 256;
  private static final int VALUE_BYTES = 1_024;
  private static final int ORDERING_KEY_BYTES = 1_024;

  private PublishLimits() {}

  static void check(PublishRequest request) {
    int messages = request.getMessagesCount();
    if (messages == 0 || messages > MESSAGES) {
      throw Refusals.invalid("A request has 1 to %d messages, not %d", MESSAGES, messages);
    }
    if (request.getSerializedSize() > REQUEST_BYTES) {
      throw Refusals.invalid("A request has at most %d bytes", REQUEST_BYTES);
    }
    request.getMessagesList().forEach(PublishLimits::check);
  }

  private static void check(PubsubMessage message) {
    if (message.getData().isEmpty() && message.getAttributesCount() == 0) {
      throw Refusals.invalid("A message has data, or at least one attribute");
    }
    if (message.getAttributesCount() > ATTRIBUTES) {
      throw Refusals.invalid("A message has at most %d attributes", ATTRIBUTES);
    }
    message.getAttributesMap().forEach(PublishLimits::check);
    if (longer(message.getOrderingKey(), ORDERING_KEY_BYTES)) {
      throw Refusals.invalid("An ordering key has at most %d bytes", ORDERING_KEY_BYTES);
    }
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || longer(key, KEY_BYTES) || key.startsWith("goog")) {
      throw Refusals.invalid(
          "The key of an attribute has 1 to %d bytes and does not start with goog", KEY_BYTES);
    }
    if (longer(value, VALUE_BYTES)) {
      throw Refusals.invalid("The value of an attribute has at most %d bytes", VALUE_BYTES);
    }
  }

  /** WHY in two steps: nearly all texts are short enough that no encoding is needed. */
  private static boolean longer(String text, int bytes) {
    return text.length() * 3 > bytes && text.getBytes(UTF_8).length > bytes;
  }
}
