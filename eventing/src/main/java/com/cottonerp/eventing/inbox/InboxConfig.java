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

  /** Longer than this nothing is waited for while events are applied. */
  @WithDefault("20s")
  Duration applyTimeout();

  /** Most messages that are applied in one transaction. */
  @WithDefault("50")
  int batch();

  /**
   * A projection parks no more than this; beyond it, messages are acknowledged, and asked for again
   * when what is before them has come.
   */
  @WithDefault("10000")
  long maxParked();

  /** How often parked messages and gaps are looked at, beside what arrives. */
  @WithDefault("3s")
  Duration gapWatch();

  /** How often the progress of rebuilds is looked at. */
  @WithDefault("2s")
  Duration rebuildWatch();

  /** How often it is asked whether a verification is due. */
  @WithDefault("10s")
  Duration verifyWatch();

  /** How often what was published is compared with what was applied. */
  @WithDefault("5m")
  Duration verifyEvery();

  /** How long a published event may be on its way until it counts as missing. */
  @WithDefault("10s")
  Duration verifyGrace();

  /** Where a missing range is requested, such as {@code http://outbox-relay:8080}. */
  Optional<String> relayUrl();

  /** A file with the bearer token for the relay; read again for every request. */
  Optional<String> relayTokenFile();
}
