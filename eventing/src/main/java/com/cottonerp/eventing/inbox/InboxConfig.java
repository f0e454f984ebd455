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

  /** The longest that the application of events may take. */
  @WithDefault("20s")
  Duration applyTimeout();

  /** Most messages that are applied in one transaction. */
  @WithDefault("50")
  int batch();

  /**
   * How many messages a projection parks at most. Further messages are acknowledged, and requested
   * again when the messages before them have come.
   */
  @WithDefault("10000")
  long maxParked();

  /** How often parked messages and gaps are checked, beside the check at each arrival. */
  @WithDefault("3s")
  Duration gapWatch();

  /** How often the progress of rebuilds is checked. */
  @WithDefault("2s")
  Duration rebuildWatch();

  /** How often a replica checks whether a verification is due. */
  @WithDefault("10s")
  Duration verifyWatch();

  /** How often published events are compared with applied events. */
  @WithDefault("5m")
  Duration verifyEvery();

  /** How long a published event may be on its way until it counts as missing. */
  @WithDefault("10s")
  Duration verifyGrace();

  /** The relay, of which missing events are requested, such as {@code http://outbox-relay:8080}. */
  Optional<String> relayUrl();

  /** A file with the bearer token for the relay; read again for every request. */
  Optional<String> relayTokenFile();
}
