package com.cottonerp.eventing.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks the relay to publish a range of an aggregate's events again. Best effort and asynchronous: a
 * request that fails is repeated by {@link GapWatch}, so nothing depends on the relay being up.
 */
@ApplicationScoped
class ReplayRequests {
  private static final Logger LOG = Logger.getLogger(ReplayRequests.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long ONCE_PER_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int REMEMBERED = 10_000;
  private static final Duration LONG_TIMEOUT = Duration.ofMinutes(5);
  private static final String EVERYTHING = "{\"fromTime\": \"1970-01-01T00:00:00Z\"}";

  private final InboxConfig config;
  private final InboxMetrics metrics;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Map<UUID, Long> lastRequest = new ConcurrentHashMap<>();

  ReplayRequests(InboxConfig config, InboxMetrics metrics) {
    this.config = config;
    this.metrics = metrics;
  }

  void request(String outbox, UUID aggregateId, long fromSequence, long toSequence) {
    if (config.relayUrl().isEmpty()) {
      LOG.warn("A range is missing and inbox.relay-url is not set: ask for a replay by hand");
      return;
    }
    if (!isDue(aggregateId)) {
      return;
    }
    String body =
        """
        {"aggregateId": "%s", "fromSequence": %d, "toSequence": %d}"""
            .formatted(aggregateId, fromSequence, toSequence);
    post(outbox, body, TIMEOUT)
        .whenComplete((answer, failure) -> tell(aggregateId, answer, failure));
  }

  /** Whether it is known where to ask; otherwise an operator asks by hand. */
  boolean arePossible() {
    return config.relayUrl().isPresent();
  }

  /**
   * Asks for everything that an outbox still has.
   *
   * @return how many events the relay publishes again; empty when it did not take the request
   */
  Uni<OptionalLong> requestAll(String outbox) {
    return Uni.createFrom()
        .completionStage(() -> post(outbox, EVERYTHING, LONG_TIMEOUT))
        .map(ReplayRequests::replayed)
        .onFailure()
        .recoverWithItem(OptionalLong.empty())
        .invoke(replayed -> metrics.replayRequested(replayed.isPresent()));
  }

  private static OptionalLong replayed(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2
        ? OptionalLong.of(new JsonObject(answer.body()).getLong("enqueued"))
        : OptionalLong.empty();
  }

  private CompletableFuture<HttpResponse<String>> post(
      String outbox, String body, Duration timeout) {
    URI uri = URI.create(config.relayUrl().get() + "/api/v1/outboxes/" + outbox + "/replays");
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .timeout(timeout)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      if (config.relayTokenFile().isPresent()) {
        String token = Files.readString(Path.of(config.relayTokenFile().get())).strip();
        request.header("Authorization", "Bearer " + token);
      }
      return http.sendAsync(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  // One request per aggregate and two seconds: a burst behind a gap parks many messages at once.
  private boolean isDue(UUID aggregateId) {
    if (lastRequest.size() > REMEMBERED) {
      lastRequest.clear();
    }
    long now = System.nanoTime();
    boolean[] due = {false};
    lastRequest.compute(
        aggregateId,
        (id, last) -> {
          due[0] = last == null || now - last > ONCE_PER_NANOS;
          return due[0] ? Long.valueOf(now) : last;
        });
    return due[0];
  }

  private void tell(UUID aggregateId, HttpResponse<String> answer, Throwable failure) {
    boolean accepted = failure == null && answer.statusCode() / 100 == 2;
    metrics.replayRequested(accepted);
    if (!accepted) {
      LOG.warnf(
          "The relay did not accept a replay for %s (%s); it is asked again. Check inbox.relay-url and its token",
          aggregateId, failure == null ? "status " + answer.statusCode() : failure.toString());
    }
  }
}
