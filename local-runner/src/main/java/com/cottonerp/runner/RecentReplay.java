package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * Asks the relay to publish recent events again. A consumer drops an event that was applied before.
 */
final class RecentReplay {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final List<String> SOURCES = List.of("partners", "risk", "trade-desk", "settings");

  private final String pubsubHost;
  private final String relayUrl;
  private final Tokens tokens;
  private final HttpClient http = HttpClient.newHttpClient();

  RecentReplay(String pubsubHost, String relayUrl, Tokens tokens) {
    this.pubsubHost = pubsubHost;
    this.relayUrl = relayUrl;
    this.tokens = tokens;
  }

  /** Waits for the subscriptions, then asks for the events of the last minutes. */
  void request() {
    try {
      Instant deadline = Instant.now().plus(PATIENCE);
      while (!subscriptionsAreThere() && Instant.now().isBefore(deadline)) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      request(Instant.now().minus(WINDOW));
    } catch (IOException failure) {
      System.err.println(
          "The replay was not accepted; ask for it by hand: " + failure.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the emulator has all subscriptions of the topology. */
  boolean subscriptionsAreThere() throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://%s/v1/projects/%s/subscriptions".formatted(pubsubHost, LocalSystem.PROJECT));
    String body =
        http.send(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), BodyHandlers.ofString())
            .body();
    JsonNode subscriptions = new ObjectMapper().readTree(body).path("subscriptions");
    return subscriptions.size() >= subscriptionsInTopology();
  }

  @SuppressWarnings("unchecked")
  private static int subscriptionsInTopology() throws IOException {
    try (InputStream file = RecentReplay.class.getResourceAsStream("/pubsub/topology.yaml")) {
      Map<String, Object> topology = new Yaml().load(file);
      return ((List<Map<String, List<String>>>) topology.get("topics"))
          .stream().mapToInt(topic -> topic.get("subscribers").size()).sum();
    }
  }

  /** Returns true when the relay accepted the replay for every source. */
  boolean request(Instant since) throws IOException, InterruptedException {
    boolean accepted = true;
    for (String source : SOURCES) {
      accepted &= replay(source, since);
    }
    return accepted;
  }

  private boolean replay(String source, Instant since) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(relayUrl + "/api/v1/outboxes/" + source + "/replays"))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + tokens.token("local-runner"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"fromTime\": \"%s\"}".formatted(since)))
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    System.out.printf("Replay of %s since %s: %d%n", source, since, status);
    return status / 100 == 2;
  }
}
