package com.cottonerp.deploy;

import static com.cottonerp.deploy.Rendered.elements;
import static com.cottonerp.deploy.Rendered.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {
  private static final Pattern PUBLISHED =
      Pattern.compile("127\\.0\\.0\\.1:\\$\\{(COTTON_[A-Z_]+_PORT):-(\\d+)}:\\d+");

  private static JsonNode services;

  @BeforeAll
  static void read() throws IOException {
    String yaml = Files.readString(Rendered.ROOT.resolve("docker-compose.yml"));
    services = new ObjectMapper().<JsonNode>valueToTree(new Yaml().load(yaml)).path("services");
  }

  @Test
  void every_published_port_is_of_this_machine_only_and_can_be_another() {
    assertThat(published())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "COTTON_POSTGRES_PORT", "15432",
                "COTTON_PUBSUB_PORT", "18085",
                "COTTON_LOCAL_RUNNER_PORT", "18090",
                "COTTON_OUTBOX_RELAY_PORT", "8080",
                "COTTON_PARTNERS_SERVICE_PORT", "8081",
                "COTTON_RISK_SERVICE_PORT", "8082",
                "COTTON_TRADE_DESK_SERVICE_PORT", "8083",
                "COTTON_SETTINGS_SERVICE_PORT", "8084"));
  }

  // It tells ./run where the programs are.
  @Test
  void the_local_runner_knows_the_ports_that_are_published() {
    Map<String, String> told = new TreeMap<>();
    fields(services.at("/local-runner/environment"))
        .filter(one -> one.getKey().startsWith("COTTON_"))
        .forEach(one -> told.put(one.getKey(), one.getValue().asText()));
    Map<String, String> expected = new TreeMap<>();
    published().forEach((name, port) -> expected.put(name, "${" + name + ":-" + port + "}"));
    // Who asks has found this one already.
    expected.remove("COTTON_LOCAL_RUNNER_PORT");

    assertThat(told).isEqualTo(expected);
  }

  private static Map<String, String> published() {
    Map<String, String> ports = new TreeMap<>();
    services.forEach(
        service ->
            elements(service.path("ports"))
                .forEach(
                    port -> {
                      Matcher matcher = PUBLISHED.matcher(port.asText());
                      assertThat(matcher.matches()).as(port.asText()).isTrue();
                      ports.put(matcher.group(1), matcher.group(2));
                    }));
    return ports;
  }
}
