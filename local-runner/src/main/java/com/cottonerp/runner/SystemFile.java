package com.cottonerp.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * {@code .local/system.json}: the addresses of the programs, for scripts and for the other commands
 * of {@code ./run}.
 *
 * @param traces where {@code ./run traces} finds the last traces; null when no receiver runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemFile(
    String project,
    long pid,
    PubSub pubsub,
    Database database,
    Map<String, Service> services,
    String traces) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public record PubSub(String host, Long pid) {}

  public record Database(String url, String user, String password) {}

  /**
   * @param management the base URL of health, metrics, OpenAPI and Swagger
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Service(String url, String management, long pid, String schema) {}

  static Optional<SystemFile> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), SystemFile.class))
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static SystemFile parse(String json) throws IOException {
    return JSON.readValue(json, SystemFile.class);
  }

  String toJson() throws IOException {
    return JSON.writeValueAsString(this);
  }

  // Written beside the target and moved, so that a reader never sees half a file.
  void write(Path file) {
    try {
      Path draft = file.resolveSibling("system.json.new");
      JSON.writeValue(draft.toFile(), this);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean isRunning() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
