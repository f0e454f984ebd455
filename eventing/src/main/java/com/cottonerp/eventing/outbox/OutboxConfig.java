package com.cottonerp.eventing.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the append side. */
@ConfigMapping(prefix = "outbox")
public interface OutboxConfig {
  int PUBSUB_LIMIT = 10_000_000;

  /** The largest payload, in bytes of UTF-8 JSON; never above Pub/Sub's own limit of 10 MB. */
  @WithDefault("1048576")
  int maxPayloadBytes();
}
