package com.cottonerp.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the documents are: built, committed, released. */
final class Documents {
  static final List<String> PROGRAMS =
      List.of(
          "partners-service",
          "risk-service",
          "trade-desk-service",
          "settings-service",
          "outbox-relay");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
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

  /** The text that is committed; properties keep the order of the records. */
  static String text(JsonNode document) {
    // A build of its own has an address of its own.
    ((ObjectNode) document).remove("servers");
    return write(document);
  }

  private static String write(JsonNode document) {
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
