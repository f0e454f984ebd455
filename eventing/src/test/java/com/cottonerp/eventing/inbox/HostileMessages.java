package com.cottonerp.eventing.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Breaks messages in every way that somebody might. */
final class HostileMessages {
  private static final Path SAMPLES = Path.of("../event-contracts/src/main/resources/samples");
  private static final String VERSION = ".v1.json";

  private static final List<String> PAYLOADS =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "true",
          "1",
          "1e999999999",
          "\"text\"",
          "{\"a\":",
          "\u0000",
          "[".repeat(100_000),
          "{\"a\":".repeat(50_000),
          "nul",
          "{\"\":\"\"}",
          "NaN");

  private static final List<String> VALUES =
      List.of(
          "null",
          "{}",
          "[]",
          "[[]]",
          "true",
          "-1",
          "1e400",
          "1E-999999999",
          "99999999999999999999999999",
          "\"\"",
          "\"text\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "{\"amount\": {}}",
          "[null]",
          "\"2026-02-30\"",
          "\"00000000-0000-0000-0000\"");

  private static final List<String> SEQUENCES =
      List.of(
          "0",
          "-1",
          "9223372036854775808",
          "9223372036854775807",
          " 1",
          "1.0",
          "",
          "one",
          "2",
          "\u0000");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\uD800",
          "\uDC00x",
          "x".repeat(1_000_000),
          "'; DROP TABLE heard; --",
          "../..",
          "%00");

  private static final List<String> TIMES =
      List.of(
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "yesterday",
          "0000-01-01T00:00:00Z");

  private static final List<String> SOURCES =
      List.of(
          "/cotton-erp/partners-",
          "/cotton-erp/ x",
          "x",
          "/",
          "http://evil.example/%0d%0a",
          "/cotton-erp/nobody",
          "/cotton-erp/../risk");

  private final Random random;
  private final ObjectMapper json;

  HostileMessages(Random random, ObjectMapper json) {
    this.random = random;
    this.json = json;
  }

  /** The sample payload of each event type of an outbox. */
  static Map<String, byte[]> samples(String outbox) {
    Map<String, byte[]> samples = new TreeMap<>();
    try (Stream<Path> files = Files.list(SAMPLES.resolve(outbox))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(VERSION)) {
          samples.put(
              name.substring(0, name.length() - VERSION.length()), Files.readAllBytes(file));
        }
      }
      return samples;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  ReceivedMessage broken(ReceivedMessage intact) {
    return switch (random.nextInt(8)) {
      case 0 -> with(intact, oneOf(PAYLOADS).getBytes(StandardCharsets.UTF_8));
      case 1 -> with(intact, noise(intact.data()));
      case 2, 3, 4 -> with(intact, wrongField(intact.data()));
      case 5 -> with(intact, oneOf(List.of("ce-sequence")), oneOf(SEQUENCES));
      case 6 ->
          with(
              intact,
              oneOf(List.copyOf(new TreeMap<>(intact.attributes()).keySet())),
              oneOf(TEXTS));
      default -> oddAttribute(intact);
    };
  }

  private ReceivedMessage oddAttribute(ReceivedMessage intact) {
    return switch (random.nextInt(6)) {
      case 0 -> with(intact, "ce-time", oneOf(TIMES));
      case 1 -> with(intact, "ce-source", oneOf(SOURCES));
      case 2 -> with(intact, "ce-eventversion", oneOf(List.of("0", "2", "99", "2147483648", "x")));
      case 3 -> with(intact, oneOf(TEXTS), "value");
      case 4 -> with(intact, "ce-traceparent", oneOf(TEXTS));
      default -> new ReceivedMessage(oneOf(TEXTS), "lane-0", Map.of(), intact.data());
    };
  }

  private static ReceivedMessage with(ReceivedMessage intact, byte[] data) {
    return new ReceivedMessage(intact.messageId(), intact.orderingKey(), intact.attributes(), data);
  }

  private ReceivedMessage with(ReceivedMessage intact, String attribute, String value) {
    Map<String, String> attributes = new HashMap<>(intact.attributes());
    if (random.nextInt(8) == 0) {
      attributes.remove(attribute);
    } else {
      attributes.put(attribute, value);
    }
    return new ReceivedMessage(intact.messageId(), intact.orderingKey(), attributes, intact.data());
  }

  /** Some bytes replaced (often no UTF-8 any more), or cut off. */
  private byte[] noise(byte[] data) {
    byte[] noisy = Arrays.copyOf(data, 1 + random.nextInt(data.length));
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
    }
    return noisy;
  }

  /** One value, anywhere in the payload, of another type. */
  private byte[] wrongField(byte[] data) {
    try {
      JsonNode root = json.readTree(data);
      List<Runnable> changes = new ArrayList<>();
      collect(root, changes);
      oneOf(changes).run();
      return json.writeValueAsBytes(root);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void collect(JsonNode node, List<Runnable> changes) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                changes.add(() -> object.set(field.getKey(), value()));
                collect(field.getValue(), changes);
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        changes.add(() -> array.set(at, value()));
        collect(array.get(i), changes);
      }
    }
  }

  private JsonNode value() {
    try {
      return json.readTree(oneOf(VALUES));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
