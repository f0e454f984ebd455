package com.cottonerp.runner.soak;

import com.cottonerp.platform.LocalPubSub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Faults of the broker: of its process, and by chance of single requests and deliveries. */
final class BrokerFaults {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final LocalPubSub pubsub;

  BrokerFaults(LocalPubSub pubsub) {
    this.pubsub = pubsub;
  }

  Map<FaultKind, Fault> all() {
    Map<FaultKind, Fault> all = new EnumMap<>(FaultKind.class);
    all.put(FaultKind.BROKER_KILLED, new Lasting(pubsub::stop, pubsub::restart));
    all.put(FaultKind.BROKER_FROZEN, new Lasting(pubsub::pause, pubsub::resume));
    all.put(FaultKind.PUBLISH_ANSWERS_LOST, byChance("\"publishAnswerLost\": 0.3"));
    all.put(FaultKind.PUBLISH_UNAVAILABLE, refused("UNAVAILABLE", 0.5));
    all.put(FaultKind.PUBLISH_NOT_FOUND, refused("NOT_FOUND", 0.3));
    all.put(FaultKind.PUBLISH_QUOTA_EXHAUSTED, refused("RESOURCE_EXHAUSTED", 0.4));
    all.put(
        FaultKind.PUBLISH_DUPLICATED_AND_DELAYED,
        byChance("\"publishDuplicated\": 0.3, \"publishDelayed\": 0.3, \"delayMillis\": 400"));
    all.put(
        FaultKind.DELIVERY_DELAYED_AND_REORDERED,
        byChance("\"deliveryDelayed\": 0.2, \"deliveryReordered\": 0.3, \"delayMillis\": 400"));
    all.put(FaultKind.DELIVERY_DUPLICATED, byChance("\"deliveryDuplicated\": 0.2"));
    all.put(FaultKind.ACKNOWLEDGEMENTS_LOST, byChance("\"acknowledgementLost\": 0.3"));
    return all;
  }

  private Fault refused(String status, double probability) {
    return byChance(
        "\"publishRefused\": %s, \"publishRefusedStatus\": \"%s\"".formatted(probability, status));
  }

  private Fault byChance(String settings) {
    return new Fault() {
      @Override
      public void begin(int choice) throws IOException, InterruptedException {
        set("{\"seed\": %d, %s}".formatted(choice, settings));
      }

      @Override
      public void end(int choice) throws IOException, InterruptedException {
        set("{}");
      }
    };
  }

  private void set(String faults) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + pubsub.host() + "/faults"))
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofString(faults))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("The broker takes no faults: " + answer.body());
    }
  }

  private record Lasting(Runnable begin, Runnable end) implements Fault {
    @Override
    public void begin(int choice) {
      begin.run();
    }

    @Override
    public void end(int choice) {
      end.run();
    }
  }
}
