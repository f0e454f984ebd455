package com.cottonerp.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code ./run logs}: the log of one program, or the lines of one trace from all programs. */
final class LogCommand {
  /**
   * Logs a line for each request and each applied event: without these, a trace would have no
   * lines.
   */
  static final Map<String, String> SETTINGS =
      Map.of(
          "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true",
          "QUARKUS_HTTP_ACCESS_LOG_EXCLUDE_PATTERN", "/q/.*",
          "QUARKUS_HTTP_ACCESS_LOG_PATTERN", "%{METHOD} %U: %s",
          "QUARKUS_LOG_CATEGORY__COM_COTTONERP_EVENTING_INBOX__LEVEL", "DEBUG");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path logs;

  LogCommand(Path state) {
    this.logs = state.resolve("logs");
  }

  void show(String name, boolean follow) {
    Path log = logs.resolve(name + ".log");
    if (!Files.exists(log)) {
      log = logs.resolve(Program.named(name).name() + ".log");
    }
    if (!Files.exists(log)) {
      throw new UsageException("There is no log of " + name + " yet");
    }
    List<String> command =
        follow
            ? List.of("tail", "-n", "200", "-f", log.toString())
            : List.of("cat", log.toString());
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The lines of a trace from all programs, by time. */
  List<String> ofTrace(String traceId) {
    if (!traceId.matches("[0-9a-f]{8,32}")) {
      throw new UsageException("'" + traceId + "' is not a trace id, nor the beginning of one");
    }
    List<Line> found = new ArrayList<>();
    try (Stream<Path> files = Files.exists(logs) ? Files.list(logs) : Stream.empty()) {
      for (Path file : files.filter(one -> one.toString().endsWith(".log")).toList()) {
        String program = file.getFileName().toString().replace(".log", "");
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
          lines
              .filter(line -> line.contains(traceId))
              .map(line -> Line.parse(program, line))
              .forEach(found::add);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found.stream().sorted(Comparator.comparing(Line::time)).map(Line::shown).toList();
  }

  /** A line of a log. Programs write JSON, unless a setting says otherwise. */
  private record Line(String time, String shown) {
    static Line parse(String program, String line) {
      try {
        JsonNode json = JSON.readTree(line);
        if (json.isObject()) {
          String time = json.path("timestamp").asText();
          return new Line(
              time,
              "%s %-20s %-5s %s: %s"
                  .formatted(
                      time,
                      program,
                      json.path("level").asText(),
                      json.path("loggerName").asText().replaceAll(".*\\.", ""),
                      json.path("message").asText()));
        }
      } catch (JsonProcessingException plainText) {
        // Not JSON: shown unchanged.
      }
      return new Line(line, "%s %s".formatted(program, line));
    }
  }
}
