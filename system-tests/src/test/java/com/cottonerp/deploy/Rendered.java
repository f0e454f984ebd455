package com.cottonerp.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The manifests of an overlay, as kustomize renders them. */
record Rendered(String overlay, List<JsonNode> manifests) {
  static final Path ROOT = Path.of(System.getProperty("repository.root"));

  private static final Map<String, Rendered> KNOWN = new ConcurrentHashMap<>();

  /** Whatever makes pods; StrictKinds knows no other kind that does. */
  record Workload(JsonNode manifest) {
    String name() {
      return manifest.at("/metadata/name").asText();
    }

    JsonNode labels() {
      return manifest.at("/spec/template/metadata/labels");
    }

    JsonNode pod() {
      return manifest.at("/spec/template/spec");
    }

    /** The container that stays. */
    JsonNode main() {
      return pod().at("/containers/0");
    }

    /** All containers, those that go before the others first. */
    List<JsonNode> containers() {
      return Stream.of(pod().path("initContainers"), pod().path("containers"))
          .flatMap(Rendered::elements)
          .toList();
    }
  }

  /** Whether kubectl is on the path. */
  static boolean isPossible() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  static Rendered of(String overlay) {
    return KNOWN.computeIfAbsent(overlay, Rendered::render);
  }

  private static Rendered render(String overlay) {
    return render(overlay, ROOT.resolve("deploy/kubernetes/overlays").resolve(overlay));
  }

  /** The manifests of a folder that is no overlay of ours. */
  static Rendered render(String overlay, Path folder) {
    try {
      Process kustomize = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
      String yaml = new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String errors = new String(kustomize.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (kustomize.waitFor() != 0) {
        throw new IllegalStateException("kubectl kustomize " + overlay + ": " + errors);
      }
      List<JsonNode> manifests = new ArrayList<>();
      ObjectMapper json = new ObjectMapper();
      new Yaml().loadAll(yaml).forEach(tree -> manifests.add(json.valueToTree(tree)));
      return new Rendered(overlay, List.copyOf(manifests));
    } catch (IOException failure) {
      throw new UncheckedIOException("kubectl (1.28 or newer) renders the manifests", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  List<JsonNode> kind(String kind) {
    return manifests.stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
  }

  boolean has(String kind, String name) {
    return kind(kind).stream().anyMatch(one -> one.at("/metadata/name").asText().equals(name));
  }

  List<Workload> workloads() {
    return kind("Deployment").stream().map(Workload::new).toList();
  }

  /** Those of our programs. */
  List<Workload> programs() {
    return workloads().stream()
        .filter(one -> one.labels().path("app.kubernetes.io/part-of").asText().equals("cotton-erp"))
        .toList();
  }

  /** The workloads whose pods a label selector finds. */
  List<Workload> selectedBy(JsonNode selector) {
    return workloads().stream().filter(one -> matches(selector, one.labels())).toList();
  }

  static boolean matches(JsonNode selector, JsonNode labels) {
    boolean byLabels =
        fields(selector.path("matchLabels"))
            .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
    boolean byExpressions =
        elements(selector.path("matchExpressions"))
            .allMatch(
                one -> {
                  if (!one.path("operator").asText().equals("In")) {
                    throw new IllegalStateException("Only In is understood: " + one);
                  }
                  JsonNode label = labels.path(one.path("key").asText());
                  return elements(one.path("values")).anyMatch(label::equals);
                });
    return byLabels && byExpressions;
  }

  /** A Service selects by plain labels. */
  static JsonNode asSelector(JsonNode labels) {
    ObjectNode selector = new ObjectMapper().createObjectNode();
    selector.set("matchLabels", labels);
    return selector;
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
  }

  static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
    return object.properties().stream();
  }
}
