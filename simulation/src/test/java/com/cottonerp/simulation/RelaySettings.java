package com.cottonerp.simulation;

import com.cottonerp.relay.RelayConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Production's timing, with batches so small that a few events make several requests. */
public final class RelaySettings {
  public static final List<RelayConfig> ALL = all();

  private RelaySettings() {}

  private static List<RelayConfig> all() {
    List<RelayConfig> all = new ArrayList<>();
    for (String ordering : List.of("lane", "aggregate")) {
      for (String size : List.of("2", "3", "1000")) {
        all.add(settings(ordering, size));
      }
    }
    return all;
  }

  private static RelayConfig settings(String ordering, String batch) {
    Map<String, String> properties =
        Map.of(
            "relay.sources.partners.url", "jdbc:none",
            "relay.sources.partners.user", "relay",
            "relay.sources.partners.password", "relay",
            "relay.sources.partners.schema", "partners",
            "relay.sources.partners.topic", "partner-events",
            "relay.pubsub.project-id", "cotton-erp",
            "relay.pubsub.emulator-host", "none:0",
            "relay.publish.ordering", ordering,
            "relay.publish.max-attempts", "2",
            "relay.batch.size", batch);
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 300, new DurationConverter())
        .withSources(new PropertiesConfigSource(properties, "simulation", 100))
        .withMapping(RelayConfig.class)
        .build()
        .getConfigMapping(RelayConfig.class);
  }
}
