package com.cottonerp.deploy;

import static com.cottonerp.deploy.Rendered.elements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the programs consist of, by the SBOM that each build writes. Which of it has known holes is
 * not said here: that changes every day, so a scanner reads the same files.
 */
class DependenciesTest {
  private static final List<String> PROGRAMS =
      List.of(
          "outbox-relay",
          "partners-service",
          "risk-service",
          "trade-desk-service",
          "settings-service");

  /** None of them asks for the source of what is linked with it. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "Go License",
          "MIT",
          "MIT-0",
          "Public Domain",
          "UPL-1.0",
          "(CDDL-1.0 OR GPL-2.0-with-classpath-exception)");

  /** Parts of one thing, which is tested as a whole in one version only. */
  private static final List<String> FAMILIES =
      List.of("io.netty", "io.grpc", "io.vertx", "org.apache.pdfbox");

  /** What a program needs for aggregates, and the relay does not. */
  private static final Pattern OF_THE_SERVICES =
      Pattern.compile(
          ".*(hibernate-core|hibernate-orm|hibernate-reactive|panache|narayana|pg-client|service-persistence).*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outbox-relay",
        "partners-service",
        "risk-service",
        "trade-desk-service",
        "settings-service"
      })
  void every_library_that_is_shipped_is_listed(String program) throws IOException {
    Set<String> listed =
        components(program)
            .map(DependenciesTest::jar)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(shipped(program))
        .hasSizeGreaterThan(100)
        .allMatch(
            jar ->
                listed.stream().anyMatch(name -> jar.equals(name) || jar.startsWith(name + "-")));
  }

  @Test
  void the_relay_ships_no_mapper_of_objects_and_no_manager_of_transactions() throws IOException {
    assertThat(shipped("outbox-relay"))
        .as("the relay speaks JDBC; what needs Hibernate belongs to service-persistence")
        .noneMatch(OF_THE_SERVICES.asMatchPredicate());
    assertThat(shipped("settings-service"))
        .as("the pattern names the libraries as they are called")
        .filteredOn(OF_THE_SERVICES.asMatchPredicate())
        .anyMatch(jar -> jar.contains("hibernate-core"))
        .anyMatch(jar -> jar.contains("hibernate-reactive-core"))
        .anyMatch(jar -> jar.contains("narayana-jta"))
        .anyMatch(jar -> jar.contains("hibernate-reactive-panache"))
        .anyMatch(jar -> jar.contains("vertx-pg-client"))
        .anyMatch(jar -> jar.contains("service-persistence"));
  }

  @Test
  void every_library_has_a_licence_that_we_may_use() throws IOException {
    Map<String, List<String>> licences = new TreeMap<>();
    for (String program : PROGRAMS) {
      components(program)
          .filter(one -> !one.path("group").asText().startsWith("com.cottonerp"))
          .forEach(one -> licences.put(jar(one), licences(one)));
    }

    assertThat(licences).hasSizeGreaterThan(100);
    // Where there are several, who uses it may choose.
    assertThat(licences.entrySet())
        .filteredOn(one -> one.getValue().stream().noneMatch(ALLOWED::contains))
        .isEmpty();
  }

  @Test
  void no_library_is_there_in_two_versions() throws IOException {
    Map<String, Set<String>> versions = new TreeMap<>();
    for (String program : PROGRAMS) {
      components(program)
          .forEach(
              one -> {
                String group = one.path("group").asText();
                add(versions, group + ":" + one.path("name").asText(), one);
                if (FAMILIES.contains(group)) {
                  add(versions, group, one);
                }
              });
    }

    assertThat(versions.keySet()).containsAll(FAMILIES);
    assertThat(versions.entrySet()).filteredOn(one -> one.getValue().size() > 1).isEmpty();
  }

  private static void add(Map<String, Set<String>> versions, String name, JsonNode component) {
    versions.computeIfAbsent(name, key -> new TreeSet<>()).add(component.path("version").asText());
  }

  private static Stream<JsonNode> components(String program) throws IOException {
    Path bom = Rendered.ROOT.resolve(program).resolve("target/bom.json");
    return elements(new ObjectMapper().readTree(Files.readString(bom)).path("components"));
  }

  private static String jar(JsonNode component) {
    return "%s.%s-%s"
        .formatted(
            component.path("group").asText(),
            component.path("name").asText(),
            component.path("version").asText());
  }

  private static List<String> licences(JsonNode component) {
    return elements(component.path("licenses"))
        .map(
            one ->
                Stream.of("/license/id", "/license/name", "/expression")
                    .map(where -> one.at(where).asText())
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("none"))
        .toList();
  }

  private static List<String> shipped(String program) throws IOException {
    Path libraries = Rendered.ROOT.resolve(program).resolve("target/quarkus-app/lib");
    try (Stream<Path> files = Files.walk(libraries)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .map(name -> name.substring(0, name.length() - ".jar".length()))
          .toList();
    }
  }
}
