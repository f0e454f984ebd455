package com.cottonerp.platform.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The OpenAPI document of a program; checks answers against the document. Thread-safe. */
public final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private record Operation(String method, Pattern path, int variables, JsonNode node) {}

  public ApiDocument(JsonNode document) {
    this.document = document;
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        add(path.getKey(), operation.getKey(), operation.getValue());
      }
    }
    // A fixed path segment wins over a variable, as in the router.
    operations.sort(Comparator.comparingInt(Operation::variables));
  }

  /** Reads the document that a build wrote. */
  public static ApiDocument read(Path file) {
    try {
      return new ApiDocument(JSON.readTree(Files.readString(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String path, String method, JsonNode operation) {
    if (operation.has("responses")) {
      String pattern = path.replaceAll("\\{[^}]+}", "[^/]+");
      int variables = path.length() - path.replace("{", "").length();
      operations.add(
          new Operation(
              method.toUpperCase(Locale.ROOT), Pattern.compile(pattern), variables, operation));
    }
  }

  /**
   * Fails when an answer differs from the document. An answer passes when the document does not
   * know the path, as for a problem of the router.
   *
   * @param header returns the first value of a header; null when the answer lacks the header
   * @param body the text of the answer
   */
  public void check(
      String method, String path, int status, Function<String, String> header, String body) {
    List<String> violations = violations(method, path, status, header, body);
    if (!violations.isEmpty()) {
      throw new AssertionError("Not as documented: " + violations);
    }
  }

  private List<String> violations(
      String method, String path, int status, Function<String, String> header, String body) {
    Optional<Operation> found = operation(method, path);
    if (found.isEmpty()) {
      return List.of();
    }
    String name = found.get().node().path("operationId").asText();
    JsonNode response =
        resolved(found.get().node().path("responses").path(Integer.toString(status)));
    if (response.isMissingNode()) {
      return List.of(name + " answers " + status + ", which is not documented: " + body);
    }
    List<String> violations = new ArrayList<>();
    headers(name + " " + status, response.path("headers"), header, violations);
    if (status == 201 && !answersGet(header.apply("Location"))) {
      violations.add(name + " has a Location where no GET answers: " + header.apply("Location"));
    }
    content(name + " " + status, response.path("content"), header.apply("Content-Type"), body)
        .forEach(violations::add);
    return violations;
  }

  private boolean answersGet(String location) {
    return location != null && operation("GET", URI.create(location).getRawPath()).isPresent();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(known -> known.method().equals(method) && known.path().matcher(path).matches())
        .findFirst();
  }

  private static void headers(
      String name, JsonNode documented, Function<String, String> header, List<String> violations) {
    for (String known :
        List.of(
            "ETag",
            "Location",
            "Retry-After",
            "Idempotency-Replayed",
            "Event-Id",
            "Preference-Applied")) {
      boolean sent = header.apply(known) != null;
      if (sent && !documented.has(known)) {
        violations.add(name + " has the header " + known + ", which is not documented");
      }
      if (!sent && documented.path(known).path("required").asBoolean()) {
        violations.add(name + " has no header " + known);
      }
    }
  }

  private List<String> content(String name, JsonNode content, String type, String body) {
    if (body == null || body.isEmpty()) {
      return content.isEmpty() || content.has("text/csv")
          ? List.of()
          : List.of(name + " has no body");
    }
    String media = type == null ? "none" : type.split(";")[0].strip();
    if (!content.has(media)) {
      return List.of("%s is %s, documented is %s".formatted(name, media, names(content)));
    }
    if (!media.endsWith("json")) {
      return List.of();
    }
    var errors =
        schemas
            .computeIfAbsent(name + media, any -> schema(content.path(media).path("schema")))
            .validate(body, InputFormat.JSON);
    return errors.stream().map(error -> name + " " + error + " in " + body).toList();
  }

  private static List<String> names(JsonNode content) {
    List<String> names = new ArrayList<>();
    content.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Request examples that do not fit their own schema; empty when all examples fit. */
  public List<String> examplesThatDoNotFit() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations) {
      String name = operation.node().path("operationId").asText();
      JsonNode media = operation.node().at("/requestBody/content/application~1json");
      for (var example : media.path("examples").properties()) {
        JsonNode value = example.getValue().path("value");
        String json = value.isTextual() ? value.asText() : value.toString();
        schema(media.path("schema")).validate(json, InputFormat.JSON).stream()
            .map(error -> name + " " + error)
            .forEach(wrong::add);
      }
    }
    return wrong;
  }

  // The schema carries the components, so that references resolve.
  private Schema schema(JsonNode schema) {
    var whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("$defs", document.at("/components/schemas"));
    String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
    return SCHEMAS.getSchema(text, InputFormat.JSON);
  }
}
