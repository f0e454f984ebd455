package com.cottonerp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.contracts.partners.v1.PartnerEvent;
import com.cottonerp.contracts.risk.v1.RiskEvent;
import com.cottonerp.contracts.settings.v1.SettingsEvent;
import com.cottonerp.contracts.trade.v1.TradeEvent;
import com.cottonerp.eventing.topology.Topology;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** deploy/pubsub/topology.yaml is the one list; the code says the same. */
class TopologyTest {
  private static final String FILE = "deploy/pubsub/topology.yaml";

  @Test
  void the_programs_were_built_with_the_topology_of_the_repository() throws IOException {
    try (Reader file = Files.newBufferedReader(Modules.ROOT.resolve(FILE))) {
      Map<String, List<Map<String, Object>>> committed = new Yaml().load(file);

      assertThat(Topology.load().topics().stream().map(Topology.Topic::name))
          .containsExactlyElementsOf(
              committed.get("topics").stream().map(topic -> (String) topic.get("name")).toList());
    }
  }

  @Test
  void every_topic_has_a_family_of_events_and_the_other_way_round() {
    assertThat(Topology.load().topics().stream().map(Topology.Topic::name))
        .containsExactlyInAnyOrder(
            PartnerEvent.TOPIC, RiskEvent.TOPIC, TradeEvent.TOPIC, SettingsEvent.TOPIC);
  }

  @Test
  void every_subscription_is_pulled_by_its_service_and_the_other_way_round() {
    Set<String> listed =
        Topology.load().topics().stream()
            .flatMap(topic -> topic.subscriptions().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> pulled = new TreeSet<>();
    for (String service : Modules.SERVICES.keySet()) {
      Set<String> own = subscriptionsOf(service);
      assertThat(own).allMatch(name -> name.startsWith(service.replace("-service", "") + "."));
      pulled.addAll(own);
    }

    assertThat(pulled).isEqualTo(listed);
  }

  @Test
  void the_relay_publishes_the_outbox_of_every_producer_to_its_topic() {
    Map<String, String> listed =
        Topology.load().topics().stream()
            .collect(
                Collectors.toMap(
                    topic -> topic.producer().replace("-service", ""),
                    Topology.Topic::name,
                    (one, other) -> one,
                    TreeMap::new));
    Map<String, String> relayed = new TreeMap<>();
    Properties relay = properties("outbox-relay");
    relay.stringPropertyNames().stream()
        .filter(name -> name.matches("relay\\.sources\\.[^.]+\\.topic"))
        .forEach(name -> relayed.put(name.split("\\.")[2], relay.getProperty(name)));

    assertThat(relayed).isEqualTo(listed);
    assertThat(Modules.SERVICES.keySet())
        .containsAll(Topology.load().topics().stream().map(Topology.Topic::producer).toList());
  }

  private static Set<String> subscriptionsOf(String service) {
    Properties properties = properties(service);
    return properties.stringPropertyNames().stream()
        .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.subscription"))
        .map(properties::getProperty)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties properties(String module) {
    Path file = Modules.ROOT.resolve(module).resolve("src/main/resources/application.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
