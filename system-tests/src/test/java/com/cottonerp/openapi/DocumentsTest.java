package com.cottonerp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.cottonerp.platform.testkit.ApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code -Dopenapi.update=true} makes this test write the committed documents; {@code
 * -Dopenapi.release=true} makes this test write the released documents.
 */
class DocumentsTest {
  static Stream<String> programs() {
    return Documents.PROGRAMS.stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void the_committed_document_is_that_of_the_code(String program) throws IOException {
    Path committed = Documents.committed(program);
    String built = Documents.text(Documents.built(program));
    if (Boolean.getBoolean("openapi.update")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, built);
    }

    assertThat(Files.readString(committed)).isEqualTo(built);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void no_client_of_the_released_document_breaks(String program) throws IOException {
    Path released = Documents.released(program);
    if (Boolean.getBoolean("openapi.release")) {
      Files.createDirectories(released.getParent());
      Files.writeString(released, Documents.text(Documents.built(program)));
    }

    assertThat(Compatibility.breaks(Documents.read(released), Documents.built(program))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void every_operation_has_a_name_a_meaning_a_tag_and_a_success(String program) {
    List<String> wrong = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Documents.operations(Documents.built(program))
        .forEach(
            operation -> {
              String name = operation.path("operationId").asText();
              if (!name.matches("[a-z][A-Za-z]+") || !names.add(name)) {
                wrong.add("not a name of its own: " + name);
              }
              if (operation.path("summary").asText().isBlank()
                  || operation.path("tags").isEmpty()) {
                wrong.add(name + " lacks a summary or a tag");
              }
              long successes =
                  operation.path("responses").properties().stream()
                      .filter(response -> response.getKey().startsWith("2"))
                      .filter(
                          response ->
                              Set.of("202", "204").contains(response.getKey())
                                  || !response.getValue().path("content").isEmpty())
                      .count();
              if (successes != 1) {
                wrong.add(name + " says of " + successes + " successes what they answer");
              }
            });

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void every_schema_has_a_name_of_its_own(String program) {
    JsonNode document = Documents.built(program);
    List<String> wrong = new ArrayList<>();
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema -> {
              if (schema.getKey().matches(".*\\d|View|Body")) {
                wrong.add(schema.getKey());
              }
            });

    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void every_example_of_a_request_fits_its_schema(String program) {
    assertThat(new ApiDocument(Documents.built(program)).examplesThatDoNotFit()).isEmpty();
  }
}
