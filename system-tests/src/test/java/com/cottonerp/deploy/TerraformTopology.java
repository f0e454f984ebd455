package com.cottonerp.deploy;

import com.cottonerp.eventing.topology.Topology;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/** The topology as Terraform's JSON syntax has it, for the provider {@code google}. */
final class TerraformTopology {
  private final Topology topology;
  private final Map<String, Object> topics = new LinkedHashMap<>();
  private final Map<String, Object> subscriptions = new LinkedHashMap<>();
  private final Map<String, Object> topicMembers = new LinkedHashMap<>();
  private final Map<String, Object> subscriptionMembers = new LinkedHashMap<>();

  private TerraformTopology(Topology topology) {
    this.topology = topology;
  }

  static String render(Topology topology) throws JsonProcessingException {
    return new TerraformTopology(topology).render();
  }

  private String render() throws JsonProcessingException {
    topology.topics().forEach(this::topic);
    Map<String, Object> resources = new LinkedHashMap<>();
    resources.put("google_pubsub_topic", topics);
    resources.put("google_pubsub_subscription", subscriptions);
    resources.put("google_pubsub_topic_iam_member", topicMembers);
    resources.put("google_pubsub_subscription_iam_member", subscriptionMembers);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("variable", variables());
    file.put("resource", resources);
    return new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .writeValueAsString(file)
        + "\n";
  }

  private static Map<String, Object> variables() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("project", Map.of("type", "string"));
    variables.put(
        "regions",
        Map.of(
            "type",
            "list(string)",
            "description",
            "Where messages are kept. One region: order holds within a region only."));
    variables.put(
        "members",
        Map.of(
            "type",
            "map(string)",
            "description",
            "The IAM principal of each program, such as outbox-relay = principal://..."));
    variables.put(
        "pubsub_service_agent",
        Map.of(
            "type",
            "string",
            "description",
            "serviceAccount:service-PROJECT_NUMBER@gcp-sa-pubsub.iam.gserviceaccount.com"));
    return variables;
  }

  private void topic(Topology.Topic topic) {
    addTopic(topic.name());
    member(
        topicMembers,
        "relay_" + id(topic.name()),
        "topic",
        "google_pubsub_topic",
        topic.name(),
        "roles/pubsub.publisher",
        "${var.members[\"outbox-relay\"]}");
    topic.subscribers().forEach(subscriber -> subscription(topic, subscriber));
  }

  private void subscription(Topology.Topic topic, String subscriber) {
    String name = subscriber + "." + topic.name();
    String deadLetter = name + ".dead-letter";
    addTopic(deadLetter);
    Map<String, Object> subscription = base(name, topic.name());
    subscription.put("ack_deadline_seconds", topology.subscriptionDefaults().ackDeadlineSeconds());
    subscription.put("enable_message_ordering", topology.subscriptionDefaults().messageOrdering());
    subscription.put(
        "retry_policy",
        Map.of(
            "minimum_backoff", topology.subscriptionDefaults().retryPolicy().minimumBackoff(),
            "maximum_backoff", topology.subscriptionDefaults().retryPolicy().maximumBackoff()));
    subscription.put(
        "dead_letter_policy",
        Map.of(
            "dead_letter_topic",
            "${google_pubsub_topic." + id(deadLetter) + ".id}",
            "max_delivery_attempts",
            topology.subscriptionDefaults().maxDeliveryAttempts()));
    subscriptions.put(id(name), subscription);
    subscriptions.put(id(deadLetter), base(deadLetter, deadLetter));
    member(
        subscriptionMembers,
        "service_" + id(name),
        "subscription",
        "google_pubsub_subscription",
        name,
        "roles/pubsub.subscriber",
        "${var.members[\"" + subscriber + "-service\"]}");
    // Pub/Sub itself moves a message that was given up.
    member(
        subscriptionMembers,
        "agent_" + id(name),
        "subscription",
        "google_pubsub_subscription",
        name,
        "roles/pubsub.subscriber",
        "${var.pubsub_service_agent}");
    member(
        topicMembers,
        "agent_" + id(deadLetter),
        "topic",
        "google_pubsub_topic",
        deadLetter,
        "roles/pubsub.publisher",
        "${var.pubsub_service_agent}");
  }

  private void addTopic(String name) {
    topics.put(
        id(name),
        Map.of(
            "name",
            name,
            "project",
            "${var.project}",
            "message_retention_duration",
            retention(),
            "message_storage_policy",
            Map.of("allowed_persistence_regions", "${var.regions}")));
  }

  private Map<String, Object> base(String name, String topic) {
    Map<String, Object> subscription = new LinkedHashMap<>();
    subscription.put("name", name);
    subscription.put("project", "${var.project}");
    subscription.put("topic", "${google_pubsub_topic." + id(topic) + ".id}");
    subscription.put("message_retention_duration", retention());
    // It never ends by itself, however long nobody pulls.
    subscription.put("expiration_policy", Map.of("ttl", ""));
    return subscription;
  }

  private void member(
      Map<String, Object> members,
      String id,
      String field,
      String type,
      String name,
      String role,
      String member) {
    members.put(
        id,
        Map.of(
            "project",
            "${var.project}",
            field,
            "${" + type + "." + id(name) + ".name}",
            "role",
            role,
            "member",
            member));
  }

  private String retention() {
    return seconds(topology.messageRetention());
  }

  /** {@code 7d} as {@code 604800s}. */
  static String seconds(String duration) {
    long number = Long.parseLong(duration.substring(0, duration.length() - 1));
    return switch (duration.charAt(duration.length() - 1)) {
      case 'd' -> number * 86_400 + "s";
      case 's' -> number + "s";
      default -> throw new IllegalArgumentException(duration);
    };
  }

  private static String id(String name) {
    return name.replace('.', '_').replace('-', '_');
  }
}
