package com.cottonerp.pubsub.testkit;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import java.util.Locale;

/** A Pub/Sub endpoint that the contract is tested on. */
public record Endpoint(Kind kind, String project, ManagedChannel transport, Channel channel) {
  /** The kind of Pub/Sub behind an endpoint. */
  public enum Kind {
    LOCAL,
    EMULATOR,
    SERVICE
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
