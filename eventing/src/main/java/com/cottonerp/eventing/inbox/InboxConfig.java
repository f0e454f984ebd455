package com.cottonerp.eventing.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the subscriber side. */
@ConfigMapping(prefix = "inbox")
public interface InboxConfig {
  /** How often a failing event is tried before it is parked with its error. */
  @WithDefault("3")
  int attempts();

  /** The pause before the second attempt; it doubles from there. */
  @WithDefault("100ms")
  Duration retryDelay();

  /** A projection parks no more than this; beyond it, messages stay in Pub/Sub. */
  @WithDefault("10000")
  long maxParked();

  /** Where a missing range is requested, such as {@code http://outbox-relay:8080}. */
  Optional<String> relayUrl();

  /** A file with the bearer token for the relay; read again for every request. */
  Optional<String> relayTokenFile();
}
