package com.cottonerp.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Calls the HTTP APIs of the running programs as one user. Thread-safe. */
public final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static volatile Consumer<HttpResponse<String>> observer = answer -> {};

  private final String token;
  private final boolean traced;
  private final String onBehalfOf;

  public ApiClient(String token) {
    this(token, false, null);
  }

  private ApiClient(String token, boolean traced, String onBehalfOf) {
    this.token = token;
    this.traced = traced;
    this.onBehalfOf = onBehalfOf;
  }

  /** The same user, who acts on behalf of a partner. */
  public ApiClient onBehalfOf(String partnerId) {
    return new ApiClient(token, traced, partnerId);
  }

  /**
   * A client whose changes are sampled: the programs report the spans of each change and its
   * effects.
   */
  static ApiClient traced(String token) {
    return new ApiClient(token, true, null);
  }

  /**
   * Passes every answer that any client gets to an observer, such as a test that checks documents.
   */
  public static void showAnswersTo(Consumer<HttpResponse<String>> everyAnswer) {
    observer = everyAnswer;
  }

  /**
   * An answer.
   *
   * @param body JSON; missing when there is none
   * @param etag null when there is none
   * @param eventId the events of a change, for {@link #getOnceApplied}; null when there are none
   */
  public record Answer(int status, JsonNode body, String etag, String eventId) {
    public Answer expect(int expected) {
      if (status != expected) {
        throw new IllegalStateException(
            "Expected %d, got %d: %s".formatted(expected, status, body));
      }
      return this;
    }

    public String text(String field) {
      return body.path(field).asText();
    }
  }

  public Answer get(String url) {
    return send(request(url).GET());
  }

  /** A GET that waits until the events of a change are applied, for 10 seconds at most. */
  public Answer getOnceApplied(String url, String eventId) {
    return send(request(url).header("If-Applied", eventId).header("Prefer", "wait=10").GET());
  }

  /** What a GET answers, as text; expects 200. */
  public String text(String url) {
    HttpResponse<String> answer = exchange(request(url).GET());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "Expected 200, got %d: %s".formatted(answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  /** The headers of the answer to a GET, their names in lower case. */
  public Map<String, String> headersOf(String url) {
    return exchange(request(url).GET()).headers().map().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> header.getValue().get(0)));
  }

  /** A POST with an Idempotency-Key of its own. */
  public Answer post(String url, String json) {
    return post(url, json, UUID.randomUUID().toString());
  }

  /** A POST that may be repeated with the same key: it is executed once. */
  public Answer post(String url, String json, String idempotencyKey) {
    return send(
        change(url)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(json)));
  }

  /** A PUT on the version that the ETag names. */
  public Answer put(String url, String json, String etag) {
    return send(
        change(url)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Uploads text as a file of a type, in a multipart form. */
  public Answer upload(String url, String documentType, String text) {
    String boundary = "form-" + UUID.randomUUID();
    String body =
        """
        --%1$s\r
        Content-Disposition: form-data; name="documentType"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%2$s.txt"\r
        Content-Type: text/plain\r
        \r
        %3$s\r
        --%1$s--\r
        """
            .formatted(boundary, documentType, text);
    BodyPublisher form = BodyPublishers.ofString(body);
    return send(
        change(url).header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(form));
  }

  private HttpRequest.Builder request(String url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token);
    return onBehalfOf == null ? request : request.header("On-Behalf-Of", onBehalfOf);
  }

  // Only a request that changes something begins a trace: polling would fill the list of traces.
  private HttpRequest.Builder change(String url) {
    return traced ? request(url).header("traceparent", sampledTrace()) : request(url);
  }

  private static String sampledTrace() {
    String id = UUID.randomUUID().toString().replace("-", "");
    return "00-" + id + "-" + id.substring(0, 16) + "-01";
  }

  private static Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request);
    try {
      return new Answer(
          response.statusCode(),
          JSON.readTree(response.body()),
          response.headers().firstValue("ETag").orElse(null),
          response.headers().firstValue("Event-Id").orElse(null));
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      observer.accept(answer);
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }
}
