package com.cottonerp.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.runner.ProgramProcess;
import com.cottonerp.system.testkit.Company;
import com.cottonerp.system.testkit.TestSystem;
import com.cottonerp.system.testkit.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;

/** Alerts and dashboard ask for metrics that are there, and each alert says what to do. */
@ExtendWith(TestSystem.Shared.class)
class AlertsSystemTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path ALERTS =
      ROOT.resolve("deploy/kubernetes/components/service-monitors/alerts.yaml");
  private static final Path DEPLOY = ROOT.resolve("docs/deploy.md");
  private static final Path DASHBOARD = ROOT.resolve("deploy/monitoring/dashboard.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:outbox|relay|inbox|http|read_model|pubsub|scheduled_job)_[a-z_]+\\b");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestSystem system;
  private final HttpClient http = HttpClient.newHttpClient();

  AlertsSystemTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void every_metric_of_an_alert_or_of_the_dashboard_is_exported() throws IOException {
    Set<String> asked = metricsIn(alerts().findValuesAsText("expr"));
    Set<String> shown = metricsIn(JSON.readTree(DASHBOARD.toFile()).findValuesAsText("expr"));
    assertThat(asked).hasSizeGreaterThanOrEqualTo(6);
    assertThat(shown).hasSizeGreaterThan(asked.size());

    Waiting.untilAsserted(
        "all metrics are exported",
        () -> {
          aPartnerJoins();
          assertThat(exported()).containsAll(shown).containsAll(asked);
        });
  }

  @Test
  void every_alert_has_a_page_that_says_what_to_do() throws IOException {
    for (JsonNode rule : alerts().findParents("alert")) {
      Path page = ROOT.resolve(rule.at("/annotations/runbook_url").asText());

      assertThat(page).content().startsWith("# " + rule.path("alert").asText() + "\n");
      assertThat(DEPLOY)
          .content()
          .contains("| " + rule.path("alert").asText() + " |", "(runbooks/" + page.getFileName());
      assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
    }
  }

  private static JsonNode alerts() throws IOException {
    Object tree = new Yaml().load(Files.readString(ALERTS));
    return JSON.valueToTree(tree);
  }

  private static Set<String> metricsIn(Iterable<String> expressions) {
    Set<String> metrics = new TreeSet<>();
    for (String expression : expressions) {
      METRIC.matcher(expression).results().forEach(found -> metrics.add(found.group()));
    }
    return metrics;
  }

  // Some metrics are there from the first event on.
  private void aPartnerJoins() {
    Company company = new Company(system).apply().handInVerifiedPapers();
    company.submit();
    company.approved();
  }

  private Set<String> exported() {
    return system.local().programs().stream()
        .map(this::metricsOf)
        .flatMap(String::lines)
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]")[0])
        .collect(Collectors.toSet());
  }

  private String metricsOf(ProgramProcess program) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program.managementUrl() + "/q/metrics"))
            .header("Accept", "text/plain")
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
