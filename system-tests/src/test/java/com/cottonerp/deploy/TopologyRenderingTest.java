package com.cottonerp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.eventing.topology.Topology;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What a cluster gets is what the code and the local provisioning have. After a change of the
 * topology: {@code mvn test -pl system-tests -am -Dtest=TopologyRenderingTest
 * -Dtopology.update=true}.
 */
class TopologyRenderingTest {
  private static final Path FOLDER = Rendered.ROOT.resolve("deploy/pubsub");

  private final Topology topology = Topology.load();

  @Test
  void the_rendered_files_are_those_of_the_topology() throws IOException {
    for (Map.Entry<String, String> file :
        Map.of(
                "terraform/topology.tf.json", TerraformTopology.render(topology),
                "config-connector/topology.yaml", ConfigConnectorTopology.render(topology))
            .entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      if (Boolean.getBoolean("topology.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      assertThat(path).content().isEqualTo(file.getValue());
    }
  }

  @Test
  void both_have_every_subscription_in_order_with_dead_letters_and_a_week_of_messages()
      throws IOException {
    Set<String> listed = new TreeSet<>();
    topology.topics().forEach(topic -> listed.addAll(topic.subscriptions()));
    Set<String> terraform = new TreeSet<>();
    JsonNode resources =
        new ObjectMapper()
            .readTree(FOLDER.resolve("terraform/topology.tf.json").toFile())
            .path("resource");
    for (JsonNode subscription : resources.path("google_pubsub_subscription")) {
      assertThat(subscription.path("message_retention_duration").asText()).isEqualTo("604800s");
      if (!subscription.path("name").asText().endsWith(".dead-letter")) {
        assertThat(subscription.path("enable_message_ordering").asBoolean()).isTrue();
        assertThat(subscription.at("/dead_letter_policy/dead_letter_topic").asText())
            .contains("_dead_letter.id");
        terraform.add(subscription.path("name").asText());
      }
    }
    Set<String> connector = new TreeSet<>();
    for (JsonNode resource : connectorResources()) {
      String name = resource.at("/metadata/name").asText();
      if (resource.path("kind").asText().equals("PubSubSubscription")
          && !name.endsWith(".dead-letter")) {
        assertThat(resource.at("/spec/enableMessageOrdering").asBoolean()).isTrue();
        assertThat(resource.at("/spec/deadLetterPolicy/deadLetterTopicRef/name").asText())
            .isEqualTo(name + ".dead-letter");
        connector.add(name);
      }
    }
    assertThat(terraform).isEqualTo(listed);
    assertThat(connector).isEqualTo(listed);
  }

  @Test
  void both_say_in_which_region_every_topic_keeps_its_messages() throws IOException {
    JsonNode topics =
        new ObjectMapper()
            .readTree(FOLDER.resolve("terraform/topology.tf.json").toFile())
            .at("/resource/google_pubsub_topic");
    Set<String> terraform = new TreeSet<>();
    for (JsonNode topic : topics) {
      assertThat(topic.at("/message_storage_policy/allowed_persistence_regions").asText())
          .isEqualTo("${var.regions}");
      terraform.add(topic.path("name").asText());
    }
    Set<String> connector = new TreeSet<>();
    for (JsonNode resource : connectorResources()) {
      if (resource.path("kind").asText().equals("PubSubTopic")) {
        String name = resource.at("/metadata/name").asText();
        assertThat(resource.at("/spec/messageStoragePolicy/allowedPersistenceRegions"))
            .as(name)
            .extracting(JsonNode::asText)
            .containsExactly("REGION");
        connector.add(name);
      }
    }
    assertThat(connector).isNotEmpty().isEqualTo(terraform);
  }

  @Test
  void only_the_relay_publishes_and_a_service_pulls_only_its_own() throws IOException {
    for (JsonNode resource : connectorResources()) {
      if (!resource.path("kind").asText().equals("IAMPolicyMember")) {
        continue;
      }
      String member = resource.at("/spec/member").asText();
      String of = resource.at("/spec/resourceRef/name").asText();
      boolean agent = member.contains("gcp-sa-pubsub");
      if (resource.at("/spec/role").asText().equals("roles/pubsub.publisher")) {
        assertThat(agent || member.endsWith("/sa/outbox-relay")).as(member).isTrue();
        assertThat(agent).isEqualTo(of.endsWith(".dead-letter"));
      } else {
        String context = of.substring(0, of.indexOf('.'));
        assertThat(agent || member.endsWith("/sa/" + context + "-service")).as(member).isTrue();
      }
    }
  }

  private static List<JsonNode> connectorResources() throws IOException {
    List<JsonNode> resources = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    String yaml = Files.readString(FOLDER.resolve("config-connector/topology.yaml"));
    new Yaml().loadAll(yaml).forEach(tree -> resources.add(json.valueToTree(tree)));
    return resources;
  }
}
