package com.cottonerp.eventing.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one ordering key. One subscriber at a time has the first unacknowledged messages.
 * When the deadline passes, these messages and all later messages come again.
 */
final class Subscription {
  private final List<Message> messages = new ArrayList<>();
  private List<Message> out = List.of();

  void publish(Message message) {
    messages.add(message);
  }

  /** Returns no message while some messages are out. */
  List<Message> pull(int most) {
    if (!out.isEmpty()) {
      return List.of();
    }
    out = messages.stream().filter(message -> !message.acknowledged).limit(most).toList();
    return out;
  }

  void acknowledge(List<Message> received) {
    received.forEach(message -> message.acknowledged = true);
    if (out == received) {
      out = List.of();
    }
  }

  /** Lets the deadline pass; the subscriber with the messages may still be at work. */
  void expire() {
    if (!out.isEmpty()) {
      int from = messages.indexOf(out.get(0));
      messages.subList(from, messages.size()).forEach(message -> message.acknowledged = false);
      out = List.of();
    }
  }

  boolean isEmpty() {
    return messages.stream().allMatch(message -> message.acknowledged);
  }
}
