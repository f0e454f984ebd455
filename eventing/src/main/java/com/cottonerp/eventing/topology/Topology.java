package com.cottonerp.eventing.topology;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/**
 * The topics, their producers and their subscriptions, as {@code deploy/pubsub/topology.yaml} lists
 * them.
 */
public record Topology(
    String messageRetention, SubscriptionDefaults subscriptionDefaults, List<Topic> topics) {

  /** One topic; each subscriber has the subscription {@code <subscriber>.<topic>}. */
  public record Topic(String name, String producer, List<String> subscribers) {
    private static final String SERVICE = "-service";

    /** The name of the producer's outbox: {@code trade-desk} of {@code trade-desk-service}. */
    public String outbox() {
      return producer.endsWith(SERVICE)
          ? producer.substring(0, producer.length() - SERVICE.length())
          : producer;
    }

    public List<String> subscriptions() {
      return subscribers.stream().map(subscriber -> subscriber + "." + name).toList();
    }
  }

  /**
   * What all subscriptions have in common. Durations are written like {@code 60s} or {@code 7d}.
   */
  @JsonIgnoreProperties(ignoreUnknown = false)
  public record SubscriptionDefaults(
      int ackDeadlineSeconds,
      boolean messageOrdering,
      RetryPolicy retryPolicy,
      int maxDeliveryAttempts) {}

  public record RetryPolicy(String minimumBackoff, String maximumBackoff) {}

  /** The topology that this program was built with. */
  public static Topology load() {
    try (InputStream file = Topology.class.getResourceAsStream("/pubsub/topology.yaml")) {
      Object tree = new Yaml().load(file);
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .convertValue(tree, Topology.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String deadLetterTopic(String subscription) {
    return subscription + ".dead-letter";
  }
}
