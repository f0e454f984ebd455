package com.cottonerp.deploy;

import com.cottonerp.eventing.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The topology as resources of Config Connector, in the namespace of the programs. */
final class ConfigConnectorTopology {
  private static final String PUBSUB = "pubsub.cnrm.cloud.google.com/v1beta1";
  private static final String IAM = "iam.cnrm.cloud.google.com/v1beta1";
  private static final String AGENT =
      "serviceAccount:service-PROJECT_NUMBER@gcp-sa-pubsub.iam.gserviceaccount.com";

  private final Topology topology;
  private final List<Object> resources = new ArrayList<>();

  private ConfigConnectorTopology(Topology topology) {
    this.topology = topology;
  }

  static String render(Topology topology) {
    ConfigConnectorTopology rendering = new ConfigConnectorTopology(topology);
    topology.topics().forEach(rendering::topic);
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return "# Rendered from topology.yaml. Put the number and id of the project in place of PROJECT_NUMBER and PROJECT_ID,\n"
        + "# and the region where messages are kept in place of REGION: one, for order holds within a region only.\n"
        + new Yaml(options).dumpAll(rendering.resources.iterator());
  }

  private void topic(Topology.Topic topic) {
    addTopic(topic.name());
    member(
        "outbox-relay-publishes-" + topic.name(),
        "PubSubTopic",
        topic.name(),
        "roles/pubsub.publisher",
        principal("outbox-relay"));
    topic.subscribers().forEach(subscriber -> subscription(topic, subscriber));
  }

  private void subscription(Topology.Topic topic, String subscriber) {
    String name = subscriber + "." + topic.name();
    String deadLetter = name + ".dead-letter";
    addTopic(deadLetter);
    Map<String, Object> spec = base(topic.name());
    spec.put("ackDeadlineSeconds", topology.subscriptionDefaults().ackDeadlineSeconds());
    spec.put("enableMessageOrdering", topology.subscriptionDefaults().messageOrdering());
    spec.put(
        "retryPolicy",
        ordered(
            "minimumBackoff", topology.subscriptionDefaults().retryPolicy().minimumBackoff(),
            "maximumBackoff", topology.subscriptionDefaults().retryPolicy().maximumBackoff()));
    spec.put(
        "deadLetterPolicy",
        ordered(
            "deadLetterTopicRef", ordered("name", deadLetter),
            "maxDeliveryAttempts", topology.subscriptionDefaults().maxDeliveryAttempts()));
    add(PUBSUB, "PubSubSubscription", name, spec);
    add(PUBSUB, "PubSubSubscription", deadLetter, base(deadLetter));
    member(
        subscriber + "-pulls-" + topic.name(),
        "PubSubSubscription",
        name,
        "roles/pubsub.subscriber",
        principal(subscriber + "-service"));
    member("agent-gives-up-" + name, "PubSubSubscription", name, "roles/pubsub.subscriber", AGENT);
    member(
        "agent-publishes-" + deadLetter,
        "PubSubTopic",
        deadLetter,
        "roles/pubsub.publisher",
        AGENT);
  }

  private void addTopic(String name) {
    add(
        PUBSUB,
        "PubSubTopic",
        name,
        ordered(
            "messageRetentionDuration", retention(),
            "messageStoragePolicy", ordered("allowedPersistenceRegions", List.of("REGION"))));
  }

  private Map<String, Object> base(String topic) {
    return ordered(
        "topicRef", ordered("name", topic),
        "messageRetentionDuration", retention(),
        "expirationPolicy", ordered("ttl", ""));
  }

  private void member(String id, String kind, String name, String role, String member) {
    add(
        IAM,
        "IAMPolicyMember",
        id,
        ordered(
            "resourceRef", ordered("apiVersion", PUBSUB, "kind", kind, "name", name),
            "role", role,
            "member", member));
  }

  private static String principal(String serviceAccount) {
    return "principal://iam.googleapis.com/projects/PROJECT_NUMBER/locations/global/workloadIdentityPools/PROJECT_ID.svc.id.goog/subject/ns/cotton-erp/sa/"
        + serviceAccount;
  }

  private void add(String apiVersion, String kind, String name, Map<String, Object> spec) {
    resources.add(
        ordered(
            "apiVersion", apiVersion,
            "kind", kind,
            "metadata",
                ordered(
                    "name",
                    name,
                    "namespace",
                    "cotton-erp",
                    // Else it is taken to be a project of the name of the namespace.
                    "annotations",
                    ordered("cnrm.cloud.google.com/project-id", "PROJECT_ID")),
            "spec", spec));
  }

  private String retention() {
    return TerraformTopology.seconds(topology.messageRetention());
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
