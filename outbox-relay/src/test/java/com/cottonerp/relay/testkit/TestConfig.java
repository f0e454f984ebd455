package com.cottonerp.relay.testkit;

import com.cottonerp.relay.RelayConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The relay's configuration: production's defaults, and the settings of a test. */
public final class TestConfig {
  private final Map<String, String> properties = new HashMap<>();

  public TestConfig(String jdbcUrl, String brokerHost) {
    set("sources.partners.url", jdbcUrl);
    set("sources.partners.user", "outbox_relay");
    set("sources.partners.password", "outbox_relay");
    set("sources.partners.schema", "partners");
    set("sources.partners.topic", "partner-events");
    set("sources.partners.ssl-mode", "disable");
    set("pubsub.project-id", "cotton-erp");
    set("pubsub.emulator-host", brokerHost);
  }

  public TestConfig set(String name, String value) {
    properties.put("relay." + name, value);
    return this;
  }

  public RelayConfig build() {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 300, new DurationConverter())
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .withMapping(RelayConfig.class)
        .build()
        .getConfigMapping(RelayConfig.class);
  }
}
