package com.cottonerp.eventing.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PubSubEndpointTest {
  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> GLOBAL = Optional.of("pubsub.googleapis.com:443");
  private static final Optional<String> REGIONAL =
      Optional.of("asia-south1-pubsub.googleapis.com:443");

  @Test
  void an_emulator_wins_and_a_region_is_taken() {
    assertThat(PubSubEndpoint.of(Optional.of("localhost:8085"), GLOBAL, false))
        .isEqualTo(new PubSubEndpoint("localhost:8085", true));
    assertThat(PubSubEndpoint.of(NONE, REGIONAL, false))
        .isEqualTo(new PubSubEndpoint(REGIONAL.get(), false));
  }

  @Test
  void without_an_emulator_the_endpoint_has_to_be_named() {
    assertThatThrownBy(() -> PubSubEndpoint.of(NONE, NONE, true))
        .hasMessageContaining("PUBSUB_ENDPOINT");
  }

  @Test
  void G3_the_global_endpoint_is_refused_unless_it_is_allowed_in_so_many_words() {
    assertThatThrownBy(() -> PubSubEndpoint.of(NONE, GLOBAL, false))
        .hasMessageContaining("no order");
    assertThat(PubSubEndpoint.of(NONE, GLOBAL, true).address()).isEqualTo(GLOBAL.get());
  }
}
