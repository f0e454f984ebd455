package com.cottonerp.eventing.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

/** Limits of the append side. */
@ConfigMapping(prefix = "outbox")
public interface OutboxConfig {
  /** Pub/Sub takes messages of 10 MB; the rest is for the attributes. */
  int LARGEST_PAYLOAD = 9_900_000;

  /**
   * The largest payload, in bytes of UTF-8 JSON. A larger setting than {@value #LARGEST_PAYLOAD}
   * stops the program at its start.
   */
  @WithDefault("1048576")
  @Positive
  @Max(LARGEST_PAYLOAD)
  int maxPayloadBytes();
}
