package com.cottonerp.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.yaml.snakeyaml.Yaml;

/** Has the events of the last minutes published again; whoever has them already drops them. */
final class RecentReplay {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> SOURCES = List.of("partners", "risk", "trade-desk", "settings");

  private final LocalSystem system;
  private final HttpClient http = HttpClient.newHttpClient();

  RecentReplay(LocalSystem system) {
    this.system = system;
  }

  void request() {
    try {
      awaitSubscriptions();
      for (String source : SOURCES) {
        replay(source);
      }
    } catch (IOException failure) {
      System.err.println(
          "The replay was not accepted; ask for it by hand: " + failure.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitSubscriptions() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    int expected = subscriptionsInTopology();
    URI uri =
        URI.create(
            "http://%s/v1/projects/%s/subscriptions"
                .formatted(system.pubsub().host(), LocalSystem.PROJECT));
    while (Instant.now().isBefore(deadline)) {
      String body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      JsonNode subscriptions = new ObjectMapper().readTree(body).path("subscriptions");
      if (subscriptions.size() >= expected) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  @SuppressWarnings("unchecked")
  private int subscriptionsInTopology() throws IOException {
    Map<String, Object> topology = new Yaml().load(Files.readString(system.topologyFile()));
    return ((List<Map<String, List<String>>>) topology.get("topics"))
        .stream().mapToInt(topic -> topic.get("subscribers").size()).sum();
  }

  private void replay(String source) throws IOException, InterruptedException {
    String body = "{\"fromTime\": \"%s\"}".formatted(Instant.now().minus(WINDOW));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    system.program(Program.RELAY).url()
                        + "/api/v1/outboxes/"
                        + source
                        + "/replays"))
            .header("Authorization", "Bearer " + system.issuer().token("local-runner"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    System.out.printf("Replay of %s: %d%n", source, status);
  }
}
