package com.cottonerp.eventing.inbox;

import com.cottonerp.eventing.topology.Topology;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which outbox feeds which topic, as the topology says; never what a message says of itself.
 * Thread-safe.
 */
@ApplicationScoped
public class Origins {
  private final Map<String, String> outboxByTopic;

  Origins() {
    outboxByTopic =
        Topology.load().topics().stream()
            .collect(Collectors.toMap(Topology.Topic::name, Topology.Topic::outbox));
  }

  /** The outbox of a projection's events, such as {@code trade-desk}. */
  public String outboxOf(Projection projection) {
    return outboxOf(projection.routes().topic())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The topology has no topic " + projection.routes().topic()));
  }

  boolean isOutbox(String name) {
    return outboxByTopic.containsValue(name);
  }

  /**
   * Fails with {@link UnreadableMessageException} unless the event is one of the outbox that feeds
   * the subscription, such as {@code risk.partner-events}.
   */
  void mustBelong(EventEnvelope event, String subscription) {
    String topic = subscription.substring(subscription.indexOf('.') + 1);
    String expected = outboxOf(topic).map(outbox -> "/cotton-erp/" + outbox).orElse(null);
    if (!event.source().equals(expected)) {
      throw new UnreadableMessageException(
          "ce-source is not %s, which alone publishes to %s".formatted(expected, topic));
    }
  }

  /** The outbox that feeds a topic, such as {@code trade-events}. */
  public Optional<String> outboxOf(String topic) {
    return Optional.ofNullable(outboxByTopic.get(topic));
  }
}
