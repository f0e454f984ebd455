package com.cottonerp.deploy;

import static com.cottonerp.deploy.Rendered.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.deploy.Rendered.Workload;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches whom in the cluster: everything that is allowed is listed here. */
class NetworkPoliciesTest {
  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9000;

  @BeforeAll
  static void kubectlIsThere() {
    assumeTrue(System.getenv("CI") != null || Rendered.isPossible(), "kubectl is needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "production-keda"})
  void a_service_is_reached_by_the_gateway_and_its_management_port_by_prometheus_only(
      String overlay) {
    Rendered rendered = Rendered.of(overlay);
    for (Workload workload : rendered.programs()) {
      if (!workload.name().equals("outbox-relay")) {
        assertThat(whoReaches(rendered, workload))
            .as(workload.name())
            .containsExactly("namespace gateway: " + HTTP, "namespace monitoring: " + MANAGEMENT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "production-keda"})
  void the_relay_is_reached_by_the_services_and_not_by_the_gateway(String overlay) {
    Rendered rendered = Rendered.of(overlay);
    Workload relay = program(rendered, "outbox-relay");

    assertThat(whoReaches(rendered, relay))
        .containsExactly(
            "namespace monitoring: " + MANAGEMENT,
            "pods {\"app.kubernetes.io/component\":\"service\"}: " + HTTP);
  }

  @Test
  void what_no_policy_names_is_denied() {
    JsonNode everything =
        Rendered.of("production").kind("NetworkPolicy").stream()
            .filter(one -> one.at("/metadata/name").asText().equals("default-deny"))
            .findFirst()
            .orElseThrow();

    assertThat(everything.at("/spec/podSelector")).isEmpty();
    assertThat(everything.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
    assertThat(everything.at("/spec/ingress")).isEmpty();
  }

  @Test
  void figures_are_read_where_prometheus_may_read_them() {
    Rendered production = Rendered.of("production");
    JsonNode monitor = production.kind("ServiceMonitor").get(0);

    assertThat(monitor.at("/spec/endpoints/0/port").asText()).isEqualTo("management");
    for (Workload workload : production.programs()) {
      assertThat(elements(workload.main().path("ports")).map(Object::toString))
          .as(workload.name())
          .containsExactly(
              "{\"containerPort\":8080,\"name\":\"http\"}",
              "{\"containerPort\":9000,\"name\":\"management\"}");
    }
  }

  private static Workload program(Rendered rendered, String name) {
    return rendered.programs().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> whoReaches(Rendered rendered, Workload workload) {
    Set<String> found = new TreeSet<>();
    for (JsonNode policy : rendered.kind("NetworkPolicy")) {
      if (rendered.selectedBy(policy.at("/spec/podSelector")).contains(workload)) {
        elements(policy.at("/spec/ingress"))
            .forEach(
                rule ->
                    elements(rule.path("from"))
                        .forEach(
                            from ->
                                elements(rule.path("ports"))
                                    .forEach(
                                        port ->
                                            found.add(
                                                name(from) + ": " + port.path("port").asInt()))));
        // A rule without somebody lets everybody in.
        assertThat(elements(policy.at("/spec/ingress")))
            .allMatch(rule -> rule.path("from").size() > 0 && rule.path("ports").size() > 0);
      }
    }
    return found;
  }

  private static String name(JsonNode from) {
    JsonNode namespace = from.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name");
    return namespace.isMissingNode()
        ? "pods " + from.at("/podSelector/matchLabels")
        : "namespace " + namespace.asText();
  }
}
