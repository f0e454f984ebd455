package com.cottonerp.relay.source;

import com.cottonerp.relay.RelayConfig;
import java.time.Duration;
import java.util.regex.Pattern;

/** Refuses to start with a configuration that would break a guarantee. */
final class ConfigCheck {
  // WHY: with a malformed topic the broker answers INVALID_ARGUMENT, as for a bad event.
  private static final Pattern TOPIC = Pattern.compile("(?!goog)[A-Za-z][-A-Za-z0-9_.~+%]{2,254}");

  private static final Pattern GLOBAL_ENDPOINT =
      Pattern.compile("pubsub\\.googleapis\\.com\\.?(:\\d+)?");

  private ConfigCheck() {}

  static void check(RelayConfig config) {
    RelayConfig.Lease lease = config.lease();
    Duration needed = lease.renew().plus(lease.statementTimeout()).plus(lease.margin());
    require(
        needed.compareTo(lease.ttl()) < 0,
        "relay.lease: renew + statement-timeout + margin must be less than ttl");
    checkEndpoint(config.pubsub());
    require(
        config.batch().size() > 0 && config.batch().rows() > 0, "relay.batch: must be positive");
    require(config.publish().maxAttempts() > 0, "relay.publish.max-attempts: must be positive");
    require(
        config.publish().refusalsOfAFault() > 1,
        "relay.publish.refusals-of-a-fault: one refused event is not a fault of the topic");
    config
        .sources()
        .forEach(
            (name, source) ->
                require(
                    TOPIC.matcher(source.topic()).matches(),
                    "relay.sources." + name + ".topic: is not a Pub/Sub topic id"));
  }

  private static void checkEndpoint(RelayConfig.PubSub pubsub) {
    if (pubsub.emulatorHost().isPresent()) {
      return;
    }
    require(
        pubsub.endpoint().isPresent(),
        "relay.pubsub.endpoint: name the service of the region, as in"
            + " asia-south1-pubsub.googleapis.com:443 (PUBSUB_ENDPOINT)");
    require(
        !GLOBAL_ENDPOINT.matcher(pubsub.endpoint().get()).matches() || pubsub.allowGlobalEndpoint(),
        "relay.pubsub.endpoint: the global one keeps no order; name that of a region, or set"
            + " relay.pubsub.allow-global-endpoint");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
