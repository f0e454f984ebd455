package com.cottonerp.relay.source;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cottonerp.relay.testkit.TestConfig;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {
  private final TestConfig config = new TestConfig("jdbc:postgresql://localhost/x", "localhost:1");

  @Test
  void the_defaults_hold() {
    assertThatCode(() -> ConfigCheck.check(config.build())).doesNotThrowAnyException();
  }

  @Test
  void a_lease_that_could_run_out_before_it_is_renewed_is_refused() {
    config.set("lease.ttl", "10s");

    assertThatThrownBy(() -> ConfigCheck.check(config.build())).hasMessageContaining("ttl");
  }

  @Test
  void outside_an_emulator_the_endpoint_of_a_region_has_to_be_named() {
    config.set("pubsub.emulator-host", "");
    assertThatThrownBy(() -> ConfigCheck.check(config.build()))
        .hasMessageContaining("relay.pubsub.endpoint");

    config.set("pubsub.endpoint", "asia-south1-pubsub.googleapis.com:443");
    assertThatCode(() -> ConfigCheck.check(config.build())).doesNotThrowAnyException();
  }

  @Test
  void G3_the_global_endpoint_is_refused_unless_it_is_allowed_in_so_many_words() {
    config.set("pubsub.emulator-host", "").set("pubsub.endpoint", "pubsub.googleapis.com:443");
    assertThatThrownBy(() -> ConfigCheck.check(config.build())).hasMessageContaining("no order");

    config.set("pubsub.allow-global-endpoint", "true");
    assertThatCode(() -> ConfigCheck.check(config.build())).doesNotThrowAnyException();
  }

  @Test
  void a_malformed_topic_is_refused() {
    config.set("sources.partners.topic", "partner events");

    assertThatThrownBy(() -> ConfigCheck.check(config.build())).hasMessageContaining("topic");
  }
}
