package com.cottonerp.system.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One method of one path of a program, as its OpenAPI document describes it. */
public record Route(String program, String path, String method, JsonNode operation) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  public static Stream<Route> of(String program, JsonNode openApi) {
    return openApi.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .map(
                        operation ->
                            new Route(
                                program,
                                path.getKey(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                whole(operation.getValue(), openApi))));
  }

  /** The operation with the answers that it shares with others written out. */
  private static JsonNode whole(JsonNode operation, JsonNode openApi) {
    ObjectNode whole = operation.deepCopy();
    for (var response : operation.path("responses").properties()) {
      String reference = response.getValue().path("$ref").asText();
      if (!reference.isEmpty()) {
        ((ObjectNode) whole.path("responses"))
            .set(response.getKey(), openApi.at(reference.substring(1)));
      }
    }
    return whole;
  }

  public boolean hasSummary() {
    return !operation.path("summary").asText().isBlank();
  }

  public boolean answersProblems(String... statuses) {
    return Stream.of(statuses)
        .allMatch(
            status ->
                operation
                    .at("/responses/" + status + "/content/application~1problem+json/example")
                    .has("type"));
  }

  public boolean isConditional() {
    return hasParameter("If-Match");
  }

  /** Whether a success of it is that something was created. */
  public boolean creates() {
    return operation.path("responses").has("201");
  }

  public boolean takesIdempotencyKey() {
    return hasParameter("Idempotency-Key");
  }

  /** Whether it takes no JSON body, or shows what one looks like. */
  public boolean showsItsBody() {
    JsonNode json = operation.at("/requestBody/content/application~1json");
    return json.isMissingNode() || json.has("examples") || json.has("example");
  }

  private boolean hasParameter(String name) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .anyMatch(parameter -> parameter.path("name").asText().equals(name));
  }

  /** Calls it with an empty body and ids that nothing has. */
  public int statusFor(String token) {
    String address = program + path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, method.equals("GET") ? BodyPublishers.noBody() : body());
    contentType().ifPresent(type -> request.header("Content-Type", type));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** An answer, whatever its type. */
  public record Answer(String address, int status, String body) {}

  public long pathParameters() {
    return path.chars().filter(character -> character == '{').count();
  }

  /** The names of the query parameters that take an id. */
  public List<String> queryParametersForIds() {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .filter(
            parameter ->
                parameter.at("/schema/format").asText().equals("uuid")
                    || parameter.at("/schema/$ref").asText().endsWith("/UUID"))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }

  /** A GET with these values, one for each parameter of the path. */
  public Answer read(String token, List<String> values, String query) {
    String address = path;
    for (String value : values) {
      address = address.replaceFirst("\\{[^}]+}", value);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program + address + query))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(address + query, response.statusCode(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpRequest.BodyPublisher body() {
    return contentType().filter(type -> type.startsWith("multipart")).isPresent()
        ? BodyPublishers.ofString("--nothing--\r\n")
        : BodyPublishers.ofString("{}");
  }

  private Optional<String> contentType() {
    return operation.path("requestBody").path("content").properties().stream()
        .map(content -> content.getKey())
        .findFirst()
        .map(type -> type.startsWith("multipart") ? type + "; boundary=nothing" : type);
  }

  @Override
  public String toString() {
    return method + " " + program + path;
  }
}
