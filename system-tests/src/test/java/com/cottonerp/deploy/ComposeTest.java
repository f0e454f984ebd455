package com.cottonerp.deploy;

import static com.cottonerp.deploy.Rendered.elements;
import static com.cottonerp.deploy.Rendered.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        .containsAllEntriesOf(
            Map.of(
                "COTTON_POSTGRES_PORT", "15432",
                "COTTON_PUBSUB_PORT", "18085",
                "COTTON_LOCAL_RUNNER_PORT", "18090",
                "COTTON_OUTBOX_RELAY_PORT", "8080",
                "COTTON_PARTNERS_SERVICE_PORT", "8081",
                "COTTON_RISK_SERVICE_PORT", "8082",
                "COTTON_TRADE_DESK_SERVICE_PORT", "8083",
                "COTTON_SETTINGS_SERVICE_PORT", "8084",
                "COTTON_PROMETHEUS_PORT", "19090",
                "COTTON_GRAFANA_PORT", "13000"))
        .containsAllEntriesOf(
            Map.of(
                "COTTON_OUTBOX_RELAY_MANAGEMENT_PORT", "9080",
                "COTTON_PARTNERS_SERVICE_MANAGEMENT_PORT", "9081",
                "COTTON_RISK_SERVICE_MANAGEMENT_PORT", "9082",
                "COTTON_TRADE_DESK_SERVICE_MANAGEMENT_PORT", "9083",
                "COTTON_SETTINGS_SERVICE_MANAGEMENT_PORT", "9084"))
        .hasSize(15);
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
    // Who asks has found the first one already, and ./run has nothing to do with the others.
    expected
        .keySet()
        .removeAll(
            Set.of("COTTON_LOCAL_RUNNER_PORT", "COTTON_PROMETHEUS_PORT", "COTTON_GRAFANA_PORT"));

    assertThat(told).isEqualTo(expected);
  }

  @Test
  void prometheus_asks_every_program_where_its_figures_are() throws IOException {
    JsonNode job = yaml("deploy/monitoring/prometheus.yml").at("/scrape_configs/0");

    assertThat(elements(job.at("/static_configs/0/targets")).map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(
            fields(services)
                .filter(one -> one.getValue().path("image").asText().startsWith("cotton-erp/"))
                .map(one -> one.getKey() + ":9000")
                .filter(one -> !one.startsWith("local-runner"))
                .toList());
    assertThat(job.path("metrics_path").asText()).isEqualTo("/q/metrics");
  }

  @Test
  void every_file_of_ours_that_a_container_mounts_is_there() {
    long mounted =
        elements(new ObjectMapper().valueToTree(services.findValues("volumes")))
            .flatMap(Rendered::elements)
            .map(JsonNode::asText)
            .filter(one -> one.startsWith("./"))
            .peek(
                one ->
                    assertThat(Rendered.ROOT.resolve(one.substring(2, one.indexOf(':')))).exists())
            .count();
    assertThat(mounted).isGreaterThanOrEqualTo(5);
  }

  // Who looks at figures only on demand does not pay for it.
  @Test
  void what_only_watches_runs_when_it_is_asked_for_and_spans_are_kept_when_the_caller_asks() {
    for (String name : List.of("collector", "prometheus", "grafana")) {
      assertThat(services.path(name).at("/profiles/0").asText())
          .as(name)
          .isEqualTo("observability");
    }
    assertThat(services.at("/partners-service/environment/OTEL_TRACES_SAMPLER_ARG").asText())
        .isEqualTo("${OTEL_TRACES_SAMPLER_ARG:-0}");
  }

  private static JsonNode yaml(String path) throws IOException {
    return new ObjectMapper()
        .valueToTree(new Yaml().load(Files.readString(Rendered.ROOT.resolve(path))));
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
