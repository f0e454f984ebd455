package com.cottonerp.deploy;

import static com.cottonerp.deploy.Rendered.asSelector;
import static com.cottonerp.deploy.Rendered.elements;
import static com.cottonerp.deploy.Rendered.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.deploy.Rendered.Workload;
import com.cottonerp.relay.RelayConfig;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Quantity;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
  private static final int LANES = 64;

  // Who builds without a cluster in mind may do without kubectl; CI may not.
  @BeforeAll
  static void kubectlIsThere() {
    assumeTrue(
        System.getenv("CI") != null || Rendered.isPossible(),
        "kubectl (1.28 or newer) is needed to render the manifests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void every_manifest_has_only_fields_that_its_kind_knows(String overlay)
      throws JsonProcessingException {
    for (JsonNode manifest : Rendered.of(overlay).manifests()) {
      StrictKinds.decode(manifest);
    }
  }

  @Test
  void a_field_that_is_misspelt_or_of_another_type_is_found() throws JsonProcessingException {
    JsonNode good = Rendered.of("local").kind("Deployment").get(0);
    ObjectMapper json = new ObjectMapper();
    for (String spec : List.of("{\"replica\": 1}", "{\"replicas\": \"1\"}")) {
      JsonNode bad = good.deepCopy();
      ((com.fasterxml.jackson.databind.node.ObjectNode) bad).set("spec", json.readTree(spec));
      assertThatThrownBy(() -> StrictKinds.decode(bad)).isInstanceOf(JsonProcessingException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void every_selector_finds_what_it_is_meant_for(String overlay) {
    Rendered rendered = Rendered.of(overlay);
    for (Workload workload : rendered.workloads()) {
      assertThat(rendered.selectedBy(workload.manifest().at("/spec/selector")))
          .as("pods of " + workload.name())
          .containsExactly(workload);
      // Without a selector of its own a constraint spreads nothing.
      elements(workload.manifest().at("/spec/template/spec/topologySpreadConstraints"))
          .forEach(
              constraint ->
                  assertThat(rendered.selectedBy(constraint.path("labelSelector")))
                      .as("what is spread with " + workload.name())
                      .containsExactly(workload));
    }
    for (JsonNode service : rendered.kind("Service")) {
      List<Workload> found = rendered.selectedBy(asSelector(service.at("/spec/selector")));
      assertThat(found).as("pods of service " + service.at("/metadata/name")).hasSize(1);
      elements(service.at("/spec/ports"))
          .forEach(
              port ->
                  assertThat(portNames(found.get(0))).contains(port.path("targetPort").asText()));
    }
    for (JsonNode budget : rendered.kind("PodDisruptionBudget")) {
      assertThat(rendered.selectedBy(budget.at("/spec/selector"))).hasSize(1);
    }
    for (JsonNode policy : rendered.kind("NetworkPolicy")) {
      assertThat(rendered.selectedBy(policy.at("/spec/podSelector")))
          .as(policy.at("/metadata/name").asText())
          .isNotEmpty();
    }
    for (JsonNode monitor : rendered.kind("ServiceMonitor")) {
      assertThat(
              rendered.kind("Service").stream()
                  .filter(
                      one ->
                          Rendered.matches(
                              monitor.at("/spec/selector"), one.at("/metadata/labels"))))
          .hasSize(5);
    }
  }

  private static List<String> portNames(Workload workload) {
    return workload.containers().stream()
        .flatMap(container -> elements(container.path("ports")))
        .map(port -> port.path("name").asText())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void whatever_is_named_exists(String overlay) throws IOException {
    Rendered rendered = Rendered.of(overlay);
    Set<String> madeByTheOperator = documentedSecrets();
    for (Workload workload : rendered.workloads()) {
      for (JsonNode container : workload.containers()) {
        elements(container.path("envFrom"))
            .forEach(
                from -> mustExist(rendered, "ConfigMap", from.at("/configMapRef/name").asText()));
        elements(container.path("env"))
            .map(env -> env.at("/valueFrom/secretKeyRef/name").asText())
            .filter(name -> !name.isEmpty() && !madeByTheOperator.contains(name))
            .forEach(name -> mustExist(rendered, "Secret", name));
        Set<String> volumes =
            elements(workload.pod().path("volumes"))
                .map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        elements(container.path("volumeMounts"))
            .forEach(mount -> assertThat(volumes).contains(mount.path("name").asText()));
      }
      elements(workload.pod().path("volumes"))
          .forEach(
              volume -> {
                mustExist(rendered, "ConfigMap", volume.at("/configMap/name").asText());
                mustExist(
                    rendered,
                    "PersistentVolumeClaim",
                    volume.at("/persistentVolumeClaim/claimName").asText());
                String secret = volume.at("/secret/secretName").asText();
                if (!madeByTheOperator.contains(secret)) {
                  mustExist(rendered, "Secret", secret);
                }
              });
      mustExist(rendered, "ServiceAccount", workload.pod().path("serviceAccountName").asText());
    }
    for (String scaler : List.of("HorizontalPodAutoscaler", "ScaledObject")) {
      rendered
          .kind(scaler)
          .forEach(
              one ->
                  mustExist(rendered, "Deployment", one.at("/spec/scaleTargetRef/name").asText()));
    }
  }

  private static void mustExist(Rendered rendered, String kind, String name) {
    if (!name.isEmpty()) {
      assertThat(rendered.has(kind, name))
          .as("%s %s in %s", kind, name, rendered.overlay())
          .isTrue();
    }
  }

  /** Those that docs/deploy.md asks for. */
  private static Set<String> documentedSecrets() throws IOException {
    return Files.readAllLines(Rendered.ROOT.resolve("docs/deploy.md")).stream()
        .filter(line -> line.startsWith("| `") && line.split("\\|").length == 4)
        .flatMap(line -> Pattern.compile("`([a-z-]+)`").matcher(line.split("\\|")[1]).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void nobody_scales_to_where_a_disruption_takes_all_or_beyond_the_lanes() {
    Rendered production = Rendered.of("production-keda");
    for (JsonNode budget : production.kind("PodDisruptionBudget")) {
      assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
    }
    for (JsonNode scaler : production.kind("HorizontalPodAutoscaler")) {
      assertThat(scaler.at("/spec/minReplicas").asInt()).isGreaterThanOrEqualTo(2);
      assertThat(scaler.at("/spec/maxReplicas").asInt())
          .isGreaterThan(scaler.at("/spec/minReplicas").asInt());
    }
    JsonNode relay = production.kind("ScaledObject").get(0).path("spec");
    assertThat(relay.path("minReplicaCount").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(relay.path("maxReplicaCount").asInt())
        .isBetween(relay.path("minReplicaCount").asInt(), LANES);
    assertThat(relay.at("/fallback/replicas").asInt())
        .isBetween(relay.path("minReplicaCount").asInt(), relay.path("maxReplicaCount").asInt());
    assertThat(relay.at("/triggers/0/metadata/ignoreNullValues").asText()).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void every_container_is_restricted_and_asks_for_no_more_than_its_limit(String overlay) {
    for (Workload workload : Rendered.of(overlay).workloads()) {
      JsonNode pod = workload.pod();
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).as(workload.name()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      for (JsonNode container : workload.containers()) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(elements(container.path("volumeMounts")).map(m -> m.path("mountPath").asText()))
            .contains("/tmp");
        assertThat(bytes(container, "requests"))
            .isLessThanOrEqualTo(bytes(container, "limits"))
            .isPositive();
      }
    }
  }

  private static long bytes(JsonNode container, String what) {
    return Quantity.getAmountInBytes(
            new Quantity(container.at("/resources/" + what + "/memory").asText("0")))
        .longValueExact();
  }

  @Test
  void a_pod_has_the_time_that_its_program_takes_to_stop() throws ReflectiveOperationException {
    Duration drain =
        Duration.parse(
            "PT"
                + RelayConfig.class
                    .getMethod("stopTimeout")
                    .getAnnotation(WithDefault.class)
                    .value());
    for (Workload workload : Rendered.of("production").programs()) {
      JsonNode container = workload.main();
      Duration stop =
          Duration.ofSeconds(container.at("/lifecycle/preStop/sleep/seconds").asInt())
              .plus(ProgramSettings.of(workload.name()).shutdownTimeout())
              .plus(workload.name().equals("outbox-relay") ? drain : Duration.ZERO);
      assertThat(Duration.ofSeconds(workload.pod().path("terminationGracePeriodSeconds").asInt()))
          .as(workload.name())
          .isGreaterThan(stop);
      assertThat(
              List.of("startupProbe", "readinessProbe", "livenessProbe").stream()
                  .map(probe -> container.at("/" + probe + "/httpGet/path").asText()))
          .containsExactly("/q/health/started", "/q/health/ready", "/q/health/live");
      assertThat(
              List.of("startupProbe", "readinessProbe", "livenessProbe").stream()
                  .map(probe -> container.at("/" + probe + "/httpGet/port").asText()))
          .containsOnly("management");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void a_program_reads_what_it_is_told_and_is_told_what_it_needs(String overlay) {
    Rendered rendered = Rendered.of(overlay);
    Set<String> told = new TreeSet<>();
    rendered.kind("ConfigMap").stream()
        .filter(one -> one.at("/metadata/name").asText().startsWith("cotton-erp"))
        .forEach(one -> fields(one.path("data")).forEach(entry -> told.add(entry.getKey())));
    Set<String> readBySomebody = new TreeSet<>();
    for (Workload workload : rendered.programs()) {
      ProgramSettings program = ProgramSettings.of(workload.name());
      readBySomebody.addAll(program.read());
      for (JsonNode container : workload.containers()) {
        Set<String> own =
            elements(container.path("env"))
                .map(env -> env.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(program.read()).as(workload.name()).containsAll(own);
        own.addAll(told);
        assertThat(own).as(workload.name()).containsAll(program.needed());
        assertThat(own)
            .as(workload.name())
            .contains("OIDC_ISSUER", "OIDC_JWKS_URL", "DATABASE_SSL_MODE");
      }
    }
    assertThat(readBySomebody).containsAll(told);
  }
}
