package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Follows the events of an aggregate through outbox and relay into the trade desk's read model. */
final class EventTrail {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApiClient api;
  private final String relay;
  private final String tradeDesk;
  private final List<Long> commitToReadModelMillis = new ArrayList<>();

  EventTrail(ApiClient api, String relay, String tradeDesk) {
    this.api = api;
    this.relay = relay;
    this.tradeDesk = tradeDesk;
  }

  /** Waits until all events after {@code afterSequence} are published, and prints each event. */
  long printPublished(String source, String aggregateId, long afterSequence) {
    List<JsonNode> events = awaitPublished(source, aggregateId, afterSequence);
    long last = afterSequence;
    for (JsonNode event : events) {
      last = event.path("sequence").asLong();
      Instant occurred = instant(event, "occurredAt");
      Instant published = Instant.parse(event.path("delivery").path("publishedAt").asText());
      System.out.printf(
          "      %-28s #%d of %s  lane %-2d  commit -> Pub/Sub %d ms%n",
          event.path("type").asText(),
          last,
          event.path("aggregateType").asText(),
          event.path("lane").asInt(),
          Duration.between(occurred, published).toMillis());
    }
    return last;
  }

  private List<JsonNode> awaitPublished(String source, String aggregateId, long afterSequence) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      List<JsonNode> events = new ArrayList<>();
      api.get(
              "%s/api/v1/outboxes/%s/events?limit=200&aggregateId=%s"
                  .formatted(relay, source, aggregateId))
          .expect(200)
          .body()
          .path("items")
          .forEach(
              event -> {
                if (event.path("sequence").asLong() > afterSequence) {
                  events.add(event);
                }
              });
      boolean published =
          events.stream().allMatch(event -> event.path("status").asText().equals("PUBLISHED"));
      if (!events.isEmpty() && published) {
        return events;
      }
      waitUntil(deadline, "the relay to publish the events of " + aggregateId);
    }
  }

  /**
   * Waits until the directory reflects the partner's event with this sequence, and prints how long
   * that took.
   */
  JsonNode awaitDirectory(String partnerId, long sequence) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      ApiClient.Answer answer = api.get(tradeDesk + "/api/v1/partner-directory/" + partnerId);
      if (answer.status() == 200 && answer.body().path("sequence").asLong() >= sequence) {
        JsonNode entry = answer.body();
        long millis =
            Duration.between(instant(entry, "asOf"), instant(entry, "appliedAt")).toMillis();
        commitToReadModelMillis.add(millis);
        System.out.printf(
            "      trade desk's directory: %s is %s (reflects #%d)  commit -> read model %d ms%n",
            entry.path("code").asText(),
            entry.path("status").asText(),
            entry.path("sequence").asLong(),
            millis);
        return entry;
      }
      waitUntil(deadline, "the trade desk to hear of partner " + partnerId);
    }
  }

  String medianReport() {
    List<Long> sorted = new ArrayList<>(commitToReadModelMillis);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "commit -> read model, %d changes: median %d ms, slowest %d ms",
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1));
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static void waitUntil(Instant deadline, String what) {
    if (Instant.now().isAfter(deadline)) {
      throw new IllegalStateException("Waited in vain for " + what);
    }
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
  }
}
