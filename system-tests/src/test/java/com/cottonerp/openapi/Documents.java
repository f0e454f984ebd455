package com.cottonerp.openapi;

import com.cottonerp.runner.Program;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where the documents are: built, committed, released. */
final class Documents {
  static final List<String> PROGRAMS = Program.ALL.stream().map(Program::name).toList();
  static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Documents() {}

  /** As the build of the program wrote it. */
  static JsonNode built(String program) {
    return read(ROOT.resolve(program).resolve("target/openapi/openapi.json"));
  }

  static Path committed(String program) {
    return ROOT.resolve("docs/openapi").resolve(program + ".json");
  }

  static Path released(String program) {
    return ROOT.resolve("docs/openapi/released").resolve(program + ".json");
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The operations of a document, with what stands around them left out. */
  static Stream<JsonNode> operations(JsonNode document) {
    return document.path("paths").properties().stream()
        .flatMap(path -> path.getValue().properties().stream())
        .filter(operation -> METHODS.contains(operation.getKey()))
        .map(Map.Entry::getValue);
  }

  /** The text that is committed; properties keep the order of the records. */
  static String text(JsonNode document) {
    // The address is of one installation.
    ((ObjectNode) document).remove("servers");
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
