package com.cottonerp.eventing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the relay what was published, and to publish some of it again. Callers try again when the
 * relay is down. Answers come on the caller's Vert.x context; a request that the relay did not take
 * fails with {@link RelayRefusedException}. Thread-safe.
 */
@ApplicationScoped
public class RelayClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration LONG_TIMEOUT = Duration.ofMinutes(5);
  private static final int PAGE = 1_000;

  private final InboxConfig config;
  private final InboxMetrics metrics;
  private final ObjectMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  RelayClient(InboxConfig config, InboxMetrics metrics, ObjectMapper json) {
    this.config = config;
    this.metrics = metrics;
    this.json = json;
  }

  /** The relay cannot be reached, or said no. */
  public static final class RelayRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RelayRefusedException(String message) {
      super(message);
    }
  }

  /** Missing events of an aggregate; both numbers belong to it. */
  record Tail(UUID aggregateId, long fromSequence, long toSequence) {}

  /** Whether it is known where to ask; otherwise an operator asks by hand. */
  public boolean isConfigured() {
    return config.relayUrl().isPresent();
  }

  /**
   * Has missing events published again.
   *
   * @param tails at most 1000
   * @return those of which the outbox does not have all events any more
   */
  Uni<Set<Tail>> replay(String outbox, List<Tail> tails) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tails", tails);
    body.put("reason", "a subscriber misses them");
    return counted(send(request(outbox + "/replays", TIMEOUT).POST(body(body))))
        .map(
            answer -> {
              Set<Tail> removed = new HashSet<>();
              answer
                  .path("removed")
                  .forEach(
                      tail ->
                          removed.add(
                              new Tail(
                                  UUID.fromString(tail.path("aggregateId").asText()),
                                  tail.path("fromSequence").asLong(),
                                  tail.path("toSequence").asLong())));
              return removed;
            });
  }

  /**
   * Has everything published again that an outbox still has.
   *
   * @param id of the replay; what is asked for again with the id is published once
   * @return how many events that is
   */
  public Uni<Long> replayAll(String outbox, UUID id, String reason) {
    Map<String, Object> body =
        Map.of("id", id, "fromTime", "1970-01-01T00:00:00Z", "reason", reason);
    return counted(send(request(outbox + "/replays", LONG_TIMEOUT).POST(body(body))))
        .map(answer -> answer.path("enqueued").asLong());
  }

  /** The digest of what was published, by lane. */
  public Uni<Map<Integer, String>> digest(String outbox) {
    return send(request(outbox + "/digest", LONG_TIMEOUT).GET())
        .map(
            answer -> {
              Map<Integer, String> lanes = new HashMap<>();
              answer
                  .path("lanes")
                  .forEach(
                      lane -> lanes.put(lane.path("lane").asInt(), lane.path("digest").asText()));
              return lanes;
            });
  }

  /** The last published number of each aggregate of a lane. */
  public Uni<Map<UUID, Long>> sequences(String outbox, int lane) {
    return sequences(outbox, lane, null, new HashMap<>());
  }

  private Uni<Map<UUID, Long>> sequences(
      String outbox, int lane, String after, Map<UUID, Long> found) {
    String page =
        outbox
            + "/lanes/"
            + lane
            + "/sequences?limit="
            + PAGE
            + (after == null ? "" : "&after=" + after);
    return send(request(page, TIMEOUT).GET())
        .chain(
            answer -> {
              answer
                  .path("items")
                  .forEach(
                      item ->
                          found.put(
                              UUID.fromString(item.path("aggregateId").asText()),
                              item.path("lastSequence").asLong()));
              String next = answer.path("next").asText("");
              return next.isEmpty() || next.equals("null")
                  ? Uni.createFrom().item(found)
                  : sequences(outbox, lane, next, found);
            });
  }

  private Uni<JsonNode> counted(Uni<JsonNode> answer) {
    return answer
        .invoke(() -> metrics.replayRequested(true))
        .onFailure()
        .invoke(() -> metrics.replayRequested(false));
  }

  // An outbox is a name of the topology, so it is one segment of a path.
  private HttpRequest.Builder request(String path, Duration timeout) {
    if (!isConfigured()) {
      throw new RelayRefusedException("inbox.relay-url is not set");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(config.relayUrl().get() + "/api/v1/outboxes/" + path))
            .timeout(timeout)
            .header("Content-Type", "application/json");
    try {
      if (config.relayTokenFile().isPresent()) {
        String token = Files.readString(Path.of(config.relayTokenFile().get())).strip();
        request.header("Authorization", "Bearer " + token);
      }
      return request;
    } catch (IOException failure) {
      throw new RelayRefusedException("The token for the relay cannot be read: " + failure);
    }
  }

  private HttpRequest.BodyPublisher body(Object value) {
    try {
      return HttpRequest.BodyPublishers.ofString(json.writeValueAsString(value));
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Uni<JsonNode> send(HttpRequest.Builder request) {
    Context context = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(() -> http.sendAsync(request.build(), BodyHandlers.ofString()))
        .onFailure()
        .transform(failure -> new RelayRefusedException(failure.toString()))
        // The answer comes on a thread of the HTTP client, which no session may be used on.
        .emitOn(answer -> context.runOnContext(nothing -> answer.run()))
        .map(this::read);
  }

  private JsonNode read(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new RelayRefusedException("status " + answer.statusCode());
    }
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException failure) {
      throw new RelayRefusedException("It is no JSON: " + failure.getMessage());
    }
  }
}
