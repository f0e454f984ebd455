package com.cottonerp.eventing.pubsub;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the broker is.
 *
 * <p>WHY there is no default: order holds within a region only, and the global endpoint may change
 * the region at any time.
 *
 * @param address {@code host:port}
 */
record PubSubEndpoint(String address, boolean isEmulator) {
  private static final Pattern GLOBAL = Pattern.compile("pubsub\\.googleapis\\.com\\.?(:\\d+)?");

  /** Refuses what would break the order of messages. */
  static PubSubEndpoint of(
      Optional<String> emulatorHost, Optional<String> endpoint, boolean allowGlobal) {
    if (emulatorHost.isPresent()) {
      return new PubSubEndpoint(emulatorHost.get(), true);
    }
    String address =
        endpoint.orElseThrow(
            () ->
                new IllegalStateException(
                    "pubsub.endpoint: name the service of the region, as in"
                        + " asia-south1-pubsub.googleapis.com:443 (PUBSUB_ENDPOINT)"));
    if (GLOBAL.matcher(address).matches() && !allowGlobal) {
      throw new IllegalStateException(
          "pubsub.endpoint: the global one keeps no order; name that of a region, or set"
              + " pubsub.allow-global-endpoint");
    }
    return new PubSubEndpoint(address, false);
  }
}
