package com.cottonerp.deploy;

import static com.cottonerp.deploy.Rendered.elements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cottonerp.deploy.Rendered.Workload;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apply, another image, apply, another setting, apply: nothing has to be deleted in between. */
class RepeatedApplyTest {
  private static final Path TARGET = Rendered.ROOT.resolve("system-tests/target");

  @BeforeAll
  static void kubectlIsThere() {
    assumeTrue(
        System.getenv("CI") != null || Rendered.isPossible(),
        "kubectl (1.28 or newer) is needed to render the manifests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void another_image_and_another_setting_change_only_what_may_be_changed(String overlay)
      throws IOException {
    Map<String, JsonNode> before = byName(Rendered.of(overlay));
    Map<String, JsonNode> after =
        byName(
            changed(
                overlay,
                """
                images:
                  - {name: cotton-erp/partners-service, newTag: "2"}
                  - {name: cotton-erp/outbox-relay, newTag: "2"}
                configMapGenerator:
                  - name: cotton-erp
                    behavior: merge
                    literals: [DATABASE_HOST=another]
                """));

    assertThat(before).isNotEqualTo(after);
    // The settings have a name of their contents: they are made anew, never changed.
    assertThat(withoutSettings(after).keySet()).isEqualTo(withoutSettings(before).keySet());
    withoutSettings(after)
        .forEach(
            (name, manifest) -> {
              if (!manifest.equals(before.get(name))) {
                assertThat(name).startsWith("Deployment/");
                assertThat(withoutTemplate(manifest)).isEqualTo(withoutTemplate(before.get(name)));
              }
            });
  }

  // A folder beside the overlays' own repository path: kustomize wants relative paths.
  private static Rendered changed(String overlay, String changes) throws IOException {
    Files.createDirectories(TARGET);
    Path folder = Files.createTempDirectory(TARGET, "overlay");
    Path base = Rendered.ROOT.resolve("deploy/kubernetes/overlays").resolve(overlay);
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: cotton-erp
        resources: [%s]
        %s
        """
            .formatted(folder.toRealPath().relativize(base.toRealPath()), changes));
    return Rendered.render(overlay, folder);
  }

  private static Map<String, JsonNode> byName(Rendered rendered) {
    return rendered.manifests().stream()
        .collect(
            Collectors.toMap(
                one -> one.path("kind").asText() + "/" + one.at("/metadata/name").asText(),
                Function.identity()));
  }

  private static Map<String, JsonNode> withoutSettings(Map<String, JsonNode> manifests) {
    return manifests.entrySet().stream()
        .filter(one -> !one.getKey().startsWith("ConfigMap/cotton-erp-"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static JsonNode withoutTemplate(JsonNode manifest) {
    ObjectNode copy = manifest.deepCopy();
    ((ObjectNode) copy.path("spec")).remove("template");
    return copy;
  }

  // The server completes a strategy without a type. kubectl then finds a field that the manifest
  // lacks, and sends a patch with every apply.
  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void every_deployment_names_the_type_of_its_strategy(String overlay) {
    for (JsonNode deployment : Rendered.of(overlay).kind("Deployment")) {
      assertThat(deployment.at("/spec/strategy/type").asText())
          .as(deployment.at("/metadata/name").asText())
          .isIn("RollingUpdate", "Recreate");
    }
  }

  // Without a policy the tag "latest" means Always, and an image that only the node has is not
  // found.
  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void no_container_pulls_always(String overlay) {
    for (Workload workload : Rendered.of(overlay).workloads()) {
      for (JsonNode container : workload.containers()) {
        assertThat(container.path("imagePullPolicy").asText())
            .as("%s, container %s", workload.name(), container.path("name").asText())
            .isEqualTo("IfNotPresent");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "production", "production-keda"})
  void every_service_migrates_with_its_own_image_and_role_before_it_starts(String overlay) {
    List<Workload> services =
        Rendered.of(overlay).programs().stream()
            .filter(one -> !one.name().equals("outbox-relay"))
            .toList();
    assertThat(services).hasSize(4);
    for (Workload service : services) {
      assertThat(service.containers()).hasSize(2);
      JsonNode migration = service.containers().get(0);
      assertThat(migration.path("name").asText()).isEqualTo("migration");
      assertThat(migration.path("image")).isEqualTo(service.main().path("image"));
      assertThat(migration.path("envFrom")).isEqualTo(service.main().path("envFrom"));
      assertThat(env(migration, "DATABASE_PASSWORD"))
          .isPresent()
          .isEqualTo(env(service.main(), "DATABASE_PASSWORD"));
      assertThat(value(migration, "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
      assertThat(value(migration, "FLYWAY_MIGRATE")).isEqualTo("true");
      assertThat(value(service.main(), "QUARKUS_INIT_AND_EXIT")).isNull();
      assertThat(value(service.main(), "FLYWAY_MIGRATE")).isEqualTo("false");
    }
  }

  private static Optional<JsonNode> env(JsonNode container, String name) {
    return elements(container.path("env"))
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst();
  }

  private static String value(JsonNode container, String name) {
    return env(container, name).map(one -> one.path("value").asText()).orElse(null);
  }

  @Test
  void without_keda_two_relays_run_and_with_it_nobody_else_sets_their_number() {
    assertThat(replicas("production", "outbox-relay")).isEqualTo(2);
    assertThat(Rendered.of("production").kind("ScaledObject")).isEmpty();
    assertThat(replicas("production-keda", "outbox-relay")).isZero();
    assertThat(Rendered.of("production-keda").kind("ScaledObject")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "production-keda"})
  void an_apply_does_not_undo_what_an_autoscaler_decided(String overlay) {
    List<JsonNode> scalers = Rendered.of(overlay).kind("HorizontalPodAutoscaler");
    assertThat(scalers).hasSize(4);
    for (JsonNode scaler : scalers) {
      assertThat(replicas(overlay, scaler.at("/spec/scaleTargetRef/name").asText())).isZero();
    }
  }

  /** Zero when the manifest does not say. */
  private static int replicas(String overlay, String deployment) {
    return Rendered.of(overlay).workloads().stream()
        .filter(one -> one.name().equals(deployment))
        .findFirst()
        .orElseThrow()
        .manifest()
        .at("/spec/replicas")
        .asInt();
  }
}
