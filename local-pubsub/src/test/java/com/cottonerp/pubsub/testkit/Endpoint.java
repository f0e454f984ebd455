package com.cottonerp.pubsub.testkit;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import java.util.Locale;

/** A Pub/Sub that the contract is asked of. */
public record Endpoint(Kind kind, String project, ManagedChannel transport, Channel channel) {
  /** What it is. */
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
